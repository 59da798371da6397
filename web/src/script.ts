// Scripts beside the widget's own, which give what they hold to a name of the page: they also work from file:// and in frames that may
// fetch nothing.

import { fetchUnchanged } from './unchanged.ts';

export async function runScript(url: URL, integrity: string): Promise<void> {
  // The script is as good as a module, and as such it passes Trusted Types. From file:// and in a frame of no origin there are none.
  if (self.origin !== 'null' && location.protocol !== 'file:') {
    try {
      if (integrity) await fetchUnchanged(url, integrity);
      await import(url.href);
      return;
    } catch {
      // From a host that gives modules to its own pages only.
    }
  }
  const script = document.createElement('script');
  script.src = url.href;
  if (integrity) {
    script.crossOrigin = 'anonymous';
    script.integrity = integrity;
  }
  try {
    await new Promise((resolve, reject) => {
      script.addEventListener('load', resolve);
      script.addEventListener('error', () => reject(new Error(`${url.pathname.replace(/.*\//, '')} did not come${integrity ? ', or is not the file that was published' : ''}.`)));
      document.head.append(script);
    });
  } finally {
    script.remove();
  }
}

/** What a script of that name gives the page as `name`; it is run once. */
export async function given<T>(name: string, file: string, base: string, integrity: string): Promise<T> {
  const there = (): T | undefined => (globalThis as unknown as Record<string, T | undefined>)[name];
  if (!there()) await runScript(new URL(file, base), integrity);
  const value = there();
  if (!value) throw new Error(`${file} is another file than the one that was published.`);
  return value;
}
