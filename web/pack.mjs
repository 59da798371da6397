// Bytes as a text that stands between double quotes in a script, one character a byte: src/unpack.ts is the way back. Compressed, such
// a script is a fifth smaller than one with base64.

/** Added to each byte, so that the common ones (zero above all) become characters of one byte. Measured: of all, 35 compresses best. */
const shift = 35;
/** What a string or a page cannot hold as it is, or what esbuild would escape: these move up by 256. */
const unfit = new Set([...'\0\x07\b\n\v\f\r\x1b"\\<'].map((letter) => letter.charCodeAt(0)));

export function pack(bytes) {
  const letters = Array.from({ length: 256 }, (_, byte) => {
    const code = (byte + shift) % 256;
    return String.fromCharCode(unfit.has(code) ? code + 256 : code);
  });
  return Array.from(bytes, (byte) => letters[byte]).join('');
}
