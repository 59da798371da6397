// The panel in a frame of its own: frame.html?claims=…&text=…&title=…&parent=…. It tells the page around it how high it is.

export {};

const query = new URLSearchParams(location.search);

/** A file of this page's own host: a link must not show what others wrote under this host's name. */
function own(name: string): string | undefined {
  const value = query.get(name);
  if (!value) return undefined;
  const address = new URL(value, location.href);
  if (address.origin === location.origin) return address.href;
  throw new Error(`“${name}” must name a file of ${location.origin}; it names one of ${address.origin}.`);
}

/** Whom the height is told: the origin that the address names, else the one that the browser names; nobody when neither does. */
function around(): string | undefined {
  try {
    return new URL(query.get('parent') ?? document.referrer).origin;
  } catch {
    return undefined;
  }
}

async function show(): Promise<void> {
  const text = own('text');
  const claims = own('claims');
  const panel = document.createElement('who-says');
  // Nothing on this page is the article.
  panel.setAttribute('article', '#nowhere');
  if (claims) panel.setAttribute('claims', claims);
  for (const name of ['lang', 'theme', 'render', 'detect', 'mode']) if (query.has(name)) panel.setAttribute(name, query.get(name)!);
  document.querySelector('main')!.append(panel);
  if (!text) return;
  const response = await fetch(text);
  if (!response.ok) throw new Error(`${text}: ${response.status} ${response.statusText}`);
  const words = await response.text();
  await customElements.whenDefined('who-says');
  panel.showText(query.get('title') ?? '', words);
}

const origin = around();
if (origin && parent !== window)
  new ResizeObserver(() => parent.postMessage({ type: 'who-says-height', height: Math.ceil(document.documentElement.getBoundingClientRect().height) }, origin)).observe(document.documentElement);

show().catch((problem: unknown) => {
  const line = document.querySelector<HTMLElement>('#problem')!;
  line.hidden = false;
  line.textContent = problem instanceof Error ? problem.message : String(problem);
});
