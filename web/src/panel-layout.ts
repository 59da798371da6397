// Where the panel stands, as the page asks, the window allows and a reader opens and closes it.

import type { Around, Form } from './form.ts';
import { hostStyles, isOpen, isOver, layoutOf, type LayoutChoice, type LayoutKind } from './layout.ts';
import { comeIntoSight, scrollPage } from './pointing.ts';
import type { Assets } from './settings.ts';
import { seenBox } from './zoomed.ts';

const inPage = ':host([open=false]) .frame,:host(:not([open=false])) .opener{display:none}';
/** A page's panel: a column of 65 characters at most; the scroll bar stands at the edge all the same. */
const pageStyle = '.frame{border:0;border-radius:0;box-shadow:none}.scroller{padding-inline:max(0px,calc(50% - 17.5rem))}';

export class PanelLayout {
  private kind: LayoutKind | undefined;
  private form: Form | undefined;
  private wasOpen = false;
  private isReady = false;
  private hadFocus = false;
  /** Widest window, in CSS pixels, that had no room for a panel at its side. */
  private crowded = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly style = new CSSStyleSheet();
  private readonly narrowed = (): void => {
    this.update(this.choice);
    if (this.wasOpen) this.show();
  };
  private readonly around: Around;

  constructor(
    root: ShadowRoot,
    private readonly assets: Assets,
    private choice: LayoutChoice,
    around: Omit<Around, 'style'>,
  ) {
    this.around = { ...around, style: this.style };
    root.adoptedStyleSheets.push(this.style);
    addEventListener('resize', this.narrowed);
    this.update(choice);
  }

  /** The page asks for another one, or somebody has opened or closed it. */
  update(choice: LayoutChoice): void {
    this.choice = choice;
    let kind = layoutOf(choice);
    if (kind === 'docked' && innerWidth <= this.crowded) kind = 'sheet';
    if (kind !== this.kind) this.become(kind);
    this.open();
  }

  /** Closes a panel over the page. Whether one was open. */
  fold(): boolean {
    if (!this.form || !this.wasOpen) return false;
    this.around.host.setAttribute('open', 'false');
    return true;
  }

  /** Scrolls the page to words, as far as the panel lets them be seen. Whether it did. `asked`: a reader wants to see them above all. */
  scrollTo(words: Range, asked: boolean): boolean {
    if (!this.form) return scrollPage(words, asked ? undefined : this.around.host);
    return this.form.reach(words, asked) && scrollPage(words, undefined, this.form.bottom);
  }

  /** The panel was opened from words of the page: both are to be seen. */
  comeIntoSight(words: Range | undefined): void {
    if (!this.form) return comeIntoSight(this.around.host);
    const box = words && seenBox(words);
    if (box && (box.top < 0 || box.bottom > this.form.bottom - 8)) scrollPage(words!, undefined, this.form.bottom);
  }

  /** All claims of the page are there: what is said of them from now on holds. */
  ready(): void {
    this.isReady = true;
    this.show(); // now that it is known where the words stand
    this.refresh();
  }
  /** What the panel says has changed. */
  refresh(): void {
    if (this.form && this.isReady) this.timer ??= setTimeout(() => ((this.timer = undefined), this.form?.refresh()), 120);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.kind = undefined;
    removeEventListener('resize', this.narrowed);
    this.form?.dispose();
  }

  private become(kind: LayoutKind): void {
    this.form?.dispose();
    this.form = undefined;
    this.kind = kind;
    this.wasOpen = false;
    this.style.replaceSync(hostStyles[kind] + (isOver(kind) ? '.frame,.opener{display:none}' : inPage) + (kind === 'page' ? pageStyle : ''));
    if (kind !== 'docked' && kind !== 'sheet') return;
    this.assets.layouts().then(
      ({ makeForm }) => {
        if (this.kind !== kind || this.form) return;
        this.form = makeForm(kind, this.around);
        this.refresh();
        this.open();
      },
      // Its file did not come: better in the page than nowhere.
      () => this.kind === kind && this.become('inline'),
    );
  }

  private open(): void {
    const { form, around: { host, parts } } = this;
    const isNow = isOpen(host, this.kind!);
    if (!form || isNow === this.wasOpen) return;
    this.wasOpen = isNow;
    this.hadFocus ||= parts.opener.matches(':focus') || parts.frame.contains((host.shadowRoot!).activeElement);
    if (!this.show()) return;
    if (this.hadFocus) form.focus(isNow).focus({ preventScroll: true });
    this.hadFocus = false;
  }
  /** Whether it can stand where it does. */
  private show(): boolean {
    if (!this.form || this.form.show(this.wasOpen)) return true;
    this.crowded = innerWidth;
    this.update(this.choice);
    return false;
  }
}
