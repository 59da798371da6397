// Bytes out of the text that web/pack.mjs makes.

export function unpack(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i) - 35; // an array of bytes keeps the low eight bits
  return bytes;
}
