/** Letters that do not pack well (Park and Miller's numbers). */
export function noise(size: number): string {
  let state = 1;
  return Array.from({ length: size }, () => String.fromCharCode(97 + (Math.floor((state = (state * 48271) % 2147483647) / 1000) % 26))).join('');
}
