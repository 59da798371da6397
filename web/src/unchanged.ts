// Modules that are imported only if they are the files that were published.

/** Has the browser fetch a module, and refuse it if it is another than the one that this script was built for. Without a hash any will do. */
export async function fetchUnchanged(module: URL, integrity: string): Promise<void> {
  if (!integrity) return;
  // WebKit heeds the hash of a fetch only; the other browsers then keep to the very file that they have checked.
  await fetch(module, { integrity });
  const link = document.createElement('link');
  if (!link.relList.supports('modulepreload')) return; // browsers of before 2023
  link.rel = 'modulepreload';
  link.crossOrigin = 'anonymous';
  link.integrity = integrity;
  link.href = module.href;
  try {
    await new Promise((resolve, reject) => {
      link.addEventListener('load', resolve);
      link.addEventListener('error', () => reject(new Error(`${module.pathname} is not the file that was published`)));
      document.head.append(link);
    });
  } finally {
    link.remove();
  }
}
