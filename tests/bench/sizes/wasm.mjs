// Reads where the bytes of a WebAssembly module go: its sections, and the functions of its code by the name section.

/** [{ kind, name, size }]: `kind` "function" with its name, or "section" for all others but the names themselves. */
export function partsOf(bytes) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  const text = () => {
    const size = number();
    at += size;
    return Buffer.from(bytes.subarray(at - size, at)).toString();
  };
  const titles = ['custom', 'types', 'imports', 'functions', 'table', 'memory', 'globals', 'exports', 'start', 'elements', 'code', 'data', 'data count'];
  const out = [];
  const sizes = [];
  const names = new Map();
  let imported = 0;
  while (at < bytes.length) {
    const begin = at;
    const id = bytes[at++];
    const size = number();
    const end = at + size;
    if (id === 0) {
      if (text() === 'name')
        while (at < end) {
          const kind = bytes[at++];
          const stop = number() + at;
          if (kind === 1) for (let count = number(); count > 0; count--) names.set(number(), text());
          at = stop;
        }
    } else if (id === 2) {
      for (let count = number(); count > 0; count--) {
        text();
        text();
        const kind = bytes[at++];
        if (kind !== 0) throw new Error('an import that is no function');
        number();
        imported++;
      }
      out.push({ kind: 'section', name: titles[id], size: end - begin });
    } else if (id === 10) {
      const count = number();
      for (let n = 0; n < count; n++) {
        const from = at;
        const body = number();
        at += body;
        sizes.push(at - from);
      }
    } else out.push({ kind: 'section', name: titles[id], size: end - begin });
    at = end;
  }
  return [...out, ...sizes.map((size, n) => ({ kind: 'function', name: names.get(imported + n) ?? '', size }))];
}
