// A lesson of exercises: brings the exercise and what this pupil answered before, keeps the answers, opens a sealed key.

import type { Effect } from './messages.ts';
import { offerReadingAids } from './reading-aids.ts';
import { openKey, type SealedKey } from './sealed-key.ts';
import type { Lesson, LessonPanel } from './settings.ts';
import { workOf } from './storage.ts';
import type { showCode } from './work-code.ts';
import { workLine, workOfLink } from './work-line.ts';
import type { LessonBegins, WorkStore } from './work-store.ts';

export class PupilLesson implements Lesson {
  marks = false;
  private address = '';
  private text = '';
  private store: WorkStore | undefined;
  private saving = Promise.resolve();
  /** The work as it is, until it is kept. */
  private latest: { work: string; task: string } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private told = false;
  private restored = Promise.resolve();

  /** `code`: what shows a work as a link and a QR code, which comes when it is asked for. */
  constructor(
    private readonly panel: LessonPanel,
    private readonly code: () => Promise<{ showCode: typeof showCode }>,
  ) {}

  begin(): void {
    this.panel.send({ verb: 'load-exercise' });
    addEventListener('pagehide', () => this.save(true));
    document.addEventListener('visibilitychange', () => document.hidden && this.save(true));
    offerReadingAids(this.panel);
    this.panel.host.shadowRoot?.querySelector<HTMLElement>('.frame')?.addEventListener('keydown', arrowsChoose, { capture: true });
  }

  async load(address: string): Promise<void> {
    this.address = address;
    const { text, problem } = await readExercise(this.panel.host, this.panel.exercise);
    this.text = text;
    this.panel.send({ verb: 'load-exercise', text, value: problem, id: this.panel.exercise });
    await this.restored;
    await this.takeLink();
    addEventListener('hashchange', () => this.panel.host.isConnected && void this.takeLink());
  }

  /** A pupil's link opens with the answers in it. Opened again, the page has what is kept. */
  private async takeLink(): Promise<void> {
    const text = await workOfLink(location.hash);
    if (text === undefined) return;
    history.replaceState(history.state, '', location.href.replace(/#.*/, ''));
    this.panel.send({ verb: 'lesson', value: 'offer', text });
  }

  carryOut({ value, text = '', id = '', flag }: Effect): void {
    switch (value) {
      case 'begun':
        this.store = this.storeOf(id);
        this.restored = this.restore(this.store);
        break;
      case 'marks':
        this.marks = flag ?? false;
        break;
      case 'keep':
        this.keep(text, id);
        break;
      case 'copy':
        void this.copy(text);
        break;
      case 'link':
        void this.link(text, id.split('\n'));
        break;
      case 'unlock':
        void this.unlock(id, text);
        break;
    }
  }

  /** The page's, if a script of it has one; else this browser. */
  private storeOf(exercise: string): WorkStore {
    const place = `${this.address}#exercise=${encodeURIComponent(exercise)}`;
    let store: WorkStore = workOf(place);
    const detail: LessonBegins = { exercise, text: this.text, keepIn: (other) => void (store = other) };
    this.panel.host.dispatchEvent(new CustomEvent('who-says-lesson', { detail, bubbles: true, composed: true }));
    return store;
  }

  private async restore(store: WorkStore): Promise<void> {
    try {
      const text = await store.load();
      if (text) this.panel.send({ verb: 'load-work', text });
      const id = store.place?.();
      if (id) this.panel.send({ verb: 'lesson', value: 'was-at', id });
    } catch {
      // Told when there is something to lose.
    }
  }

  /** Once what came of a press is on the screen, or the page goes. One save after the other, so that the last is what stays. A page that
   * goes waits for none, and takes along what has begun: so a work is the latest until it is kept. */
  private keep(work: string, task: string): void {
    this.latest = { work, task };
    this.timer ??= setTimeout(() => this.save(), 50);
  }
  private save(goes = false): void {
    this.timer = undefined;
    const { latest } = this;
    if (!latest) return;
    if (goes) this.store?.last?.(latest.work);
    const keep = async (): Promise<void> => {
      if (this.latest !== latest) return; // one that comes later has it all
      await this.store?.keep(latest.work, latest.task);
      if (this.latest === latest) this.latest = undefined;
    };
    this.saving = (goes ? keep() : this.saving.then(keep))
      .catch((error: unknown) => {
        if (this.told) return;
        this.told = true;
        this.panel.send({ verb: 'notify', value: error instanceof RangeError ? 'lesson.no-room' : 'lesson.not-kept', flag: true });
      });
  }

  private async copy(work: string): Promise<void> {
    const line = await workLine(work);
    this.panel.send({ verb: 'lesson', value: 'line', text: line });
    try {
      await navigator.clipboard.writeText(line);
      this.panel.send({ verb: 'notify', value: 'lesson.copied' });
    } catch {
      this.panel.send({ verb: 'notify', value: 'lesson.copy-by-hand', flag: true });
    }
  }

  private async link(work: string, [title = '', how = '', tooLong = '', close = '']: string[]): Promise<void> {
    try {
      // What the press changed is seen before a window comes over it.
      const painted = new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const [line, { showCode }] = await Promise.all([workLine(work), this.code(), painted]);
      this.panel.send({ verb: 'lesson', value: 'line', text: line });
      showCode(this.panel.host.shadowRoot!, line, { title, how, tooLong, close });
    } catch {
      await this.copy(work);
    }
  }

  private async unlock(sealed: string, code: string): Promise<void> {
    // A page of plain http has no cryptography.
    if (!globalThis.crypto?.subtle) return void this.panel.send({ verb: 'load-key', value: 'lesson.no-crypto' });
    const key = await openKey(JSON.parse(sealed) as SealedKey, code).catch(() => undefined);
    this.panel.send(key === undefined ? { verb: 'load-key', value: 'lesson.wrong-code' } : { verb: 'load-key', text: key });
  }
}

/** The exercise that the tag names, or that stands in it as JSON. */
async function readExercise(host: HTMLElement, address: string): Promise<{ text: string; problem: string }> {
  if (!address) {
    const text = host.querySelector(':scope > script[type="application/json"]')?.textContent ?? '';
    return { text, problem: text ? '' : 'lesson.no-exercise' };
  }
  try {
    const response = await fetch(new URL(address, document.baseURI));
    return response.ok ? { text: await response.text(), problem: '' } : { text: '', problem: String(response.status) };
  } catch {
    return { text: '', problem: 'lesson.no-connection' };
  }
}

/** As at radio buttons: arrows go to the one before or after, and choose it. */
function arrowsChoose(event: KeyboardEvent): void {
  const radio = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=radio]') : null;
  const by = ['ArrowDown', 'ArrowRight'].includes(event.key) ? 1 : ['ArrowUp', 'ArrowLeft'].includes(event.key) ? -1 : 0;
  if (!radio || !by || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const all = [...radio.parentElement!.querySelectorAll<HTMLElement>('[role=radio]')];
  const next = all[(all.indexOf(radio) + by + all.length) % all.length]!;
  event.preventDefault();
  event.stopPropagation();
  next.focus({ preventScroll: true });
  next.click();
}
