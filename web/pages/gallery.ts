// The gallery: all scenes, or with ?scene=ID that one alone. ?theme= and ?lang= are handed to the widgets. A scene that stands has
// data-stands on its section; tests/web/suite/gallery.mjs waits for it.

import { scenes, type Scene } from './gallery-scenes.ts';

interface TextElement extends HTMLElement {
  ready: Promise<void>;
  showText(title: string, text: string): void;
  showView(view: string): void;
}

const asked = new URLSearchParams(location.search);
const make = <K extends keyof HTMLElementTagNameMap>(tag: K, parent: Element, words = ''): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  element.textContent = words;
  parent.append(element);
  return element;
};
const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));
/** Two frames: what was asked for has been drawn. */
const drawn = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

async function find<T extends Element>(widget: Element, selector: string): Promise<T> {
  for (let turn = 0; turn < 400; turn++) {
    const found = widget.shadowRoot?.querySelector<T>(selector);
    if (found) return found;
    await pause(25);
  }
  throw new Error(`there is no ${selector}`);
}

/** What the outline says, as lines: roles that matter, names, states. */
function tell(widget: Element, list: Element): void {
  list.replaceChildren();
  const nodes = widget.shadowRoot?.querySelectorAll('.outline :is(h1,h2,h3,h4,h5,h6,p,button,label > span,[role=img])') ?? [];
  for (const node of nodes) {
    const state = ['aria-expanded', 'aria-pressed', 'aria-selected', 'aria-current'].flatMap((name) => (node.hasAttribute(name) ? [`${name.slice(5)} ${node.getAttribute(name)}`] : []));
    const role = node instanceof HTMLButtonElement ? 'button' : /^H\d$/.test(node.tagName) ? `heading ${node.tagName[1]}` : node.tagName === 'SPAN' ? 'field' : '';
    make('li', list, [role && `${role}:`, node.getAttribute('aria-label') ?? node.textContent?.trim(), state.length > 0 && `(${state.join(', ')})`].filter(Boolean).join(' '));
  }
}

async function stage(scene: Scene, section: HTMLElement): Promise<void> {
  const widget = document.createElement('who-says') as TextElement;
  widget.setAttribute('article', '#nowhere');
  widget.setAttribute('mode', scene.mode ?? 'read');
  widget.setAttribute('detect', scene.detect === 'on' ? 'on' : 'off');
  widget.setAttribute('lang', asked.get('lang') ?? 'en');
  widget.setAttribute('theme', asked.get('theme') ?? 'auto');
  if (scene.direction) widget.dir = scene.direction;
  if (scene.claims || scene.waits) widget.setAttribute('claims', `gallery-claims/${scene.id}`);
  section.append(widget);
  const list = make('ul', section);
  list.className = 'told';
  const found = new Promise<void>((done) => (scene.detect === 'on' ? widget.addEventListener('who-says-detected', () => done(), { once: true }) : done()));
  widget.showText(scene.title, scene.text ?? '');
  if (scene.waits) await find(widget, '[data-id="tab:claims"]');
  else await widget.ready.catch(() => {});
  await found;
  if (!scene.press?.some((id) => id === 'tab:text')) widget.showView('claims');
  for (const id of scene.press ?? []) (await find<HTMLButtonElement>(widget, `button[data-id="${id}"]`)).click();
  if (scene.type) {
    const field = await find<HTMLInputElement>(widget, `[data-id="${scene.type[0]}"] input`);
    field.value = scene.type[1];
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  await pause(100);
  await drawn();
  tell(widget, list);
  section.dataset.stands = '';
}

async function start(): Promise<void> {
  // The scenes' claims files, as if the page's server gave them; one never comes.
  const own = window.fetch.bind(window);
  window.fetch = (input, options) => {
    const scene = scenes.find(({ id }) => String(input).endsWith(`gallery-claims/${id}`));
    if (!scene) return own(input, options);
    if (scene.waits) return new Promise(() => {});
    if (scene.claims === 404) return Promise.resolve(new Response('', { status: 404, statusText: 'Not Found' }));
    return Promise.resolve(new Response(typeof scene.claims === 'string' ? scene.claims : JSON.stringify(scene.claims)));
  };
  const main = document.querySelector('main')!;
  const only = asked.get('scene');
  document.body.classList.toggle('alone', only !== null);
  await customElements.whenDefined('who-says');
  for (const scene of scenes) {
    if (only && scene.id !== only) continue;
    if (!only) {
      const link = make('a', document.querySelector('#scenes')!, scene.title);
      link.href = `#${scene.id}`;
    }
    const section = make('section', main);
    section.className = scene.narrow ? 'scene narrow' : 'scene';
    section.id = scene.id;
    const heading = make('h2', section);
    const link = make('a', heading, scene.title);
    link.href = `?scene=${scene.id}`;
    section.dataset.scene = scene.id;
    if (only) await stage(scene, section);
    else
      new IntersectionObserver((entries, sight) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        sight.disconnect();
        void stage(scene, section);
      }, { rootMargin: '600px' }).observe(section);
  }
}
void start();
