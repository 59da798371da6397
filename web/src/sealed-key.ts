// A key that a code opens: assets/exercise-file.md says how it is sealed, and what that protects and what not.

import { fromBase64 } from './base64.ts';

export interface SealedKey {
  cipher: string;
  derivation: string;
  iterations: number;
  salt: string;
  iv: string;
  text: string;
}

/** More would keep a cheap machine busy for minutes. */
const mostIterations = 5_000_000;

/** The key that a code gives: white space around it does not count, nor how letters with marks are composed. */
async function keyOf(code: string, { salt, iterations }: Pick<SealedKey, 'salt' | 'iterations'>, use: KeyUsage): Promise<CryptoKey> {
  const secret = await crypto.subtle.importKey('raw', new TextEncoder().encode(code.trim().normalize('NFC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations }, secret, { name: 'AES-GCM', length: 256 }, false, [use]);
}

const base64 = (data: Uint8Array): string => btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(''));

/** The key's JSON. Rejects when the code is another one, or the key was sealed in a way that is not known here. */
export async function openKey(sealed: SealedKey, code: string): Promise<string> {
  if (sealed.cipher !== 'AES-GCM' || sealed.derivation !== 'PBKDF2-SHA-256') throw new TypeError('another cipher');
  if (sealed.iterations > mostIterations) throw new RangeError('too many iterations');
  const key = await keyOf(code, sealed, 'decrypt');
  return new TextDecoder('utf-8', { fatal: true }).decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: fromBase64(sealed.iv) }, key, fromBase64(sealed.text)));
}

/** Seals a key's JSON. */
export async function sealKey(json: string, code: string, iterations = 600_000): Promise<SealedKey> {
  const random = (size: number): string => base64(crypto.getRandomValues(new Uint8Array(size)));
  const sealed = { cipher: 'AES-GCM', derivation: 'PBKDF2-SHA-256', iterations, salt: random(16), iv: random(12) };
  const key = await keyOf(code, sealed, 'encrypt');
  const text = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: fromBase64(sealed.iv) }, key, new TextEncoder().encode(json));
  return { ...sealed, text: base64(new Uint8Array(text)) };
}
