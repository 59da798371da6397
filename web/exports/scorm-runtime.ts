// The SCORM 1.2 runtime of a learning system, as its standard has content look for it (SCORM 1.2 Run-Time Environment, 3.3).

/** What a learning system gives; every function takes and gives text. */
interface Api {
  LMSInitialize(nothing: ''): string;
  LMSFinish(nothing: ''): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string;
  LMSCommit(nothing: ''): string;
}

/** So many windows over one another are looked through. */
const levels = 500;

/** In a window or one of those around it. Of windows of other origins nothing is to be had but what is around them. */
function around(window: Window): Api | undefined {
  for (let at = window, n = 0; n <= levels; at = at.parent, n++) {
    try {
      const { API } = at as { API?: Api };
      if (API) return API;
    } catch {
      // Of another origin.
    }
    if (!at.parent || at.parent === at) return undefined;
  }
  return undefined;
}

const opener = (window: Window): Window | null => window.opener as Window | null;

/** The runtime's object; undefined where there is none. */
export function findApi(window: Window): Api | undefined {
  const above = opener(window) ?? opener(window.top ?? window);
  return around(window) ?? (above ? around(above) : undefined);
}

const yes = (answer: unknown): boolean => String(answer) === 'true';

/** One session with a runtime. */
export class Runtime {
  private constructor(private readonly api: Api) {}

  /** undefined where there is no runtime, or it takes no session. */
  static open(window: Window): Runtime | undefined {
    const api = findApi(window);
    return api && yes(api.LMSInitialize('')) ? new Runtime(api) : undefined;
  }

  get(element: string): string {
    return String(this.api.LMSGetValue(element) ?? '');
  }
  /** Whether the runtime took it. */
  set(element: string, value: string): boolean {
    return yes(this.api.LMSSetValue(element, value));
  }
  commit(): void {
    this.api.LMSCommit('');
  }
  finish(): void {
    this.api.LMSFinish('');
  }
}

/** CMITimespan: hours of two to four digits, minutes, seconds to the hundredth. */
export function timespan(milliseconds: number): string {
  const hundredths = Math.min(Math.max(0, Math.round(milliseconds / 10)), 9999 * 360_000 + 359_999);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const [minutes, rest] = [Math.floor(hundredths / 6000), hundredths % 6000];
  return `${two(minutes / 60)}:${two(minutes % 60)}:${two(rest / 100)}.${two(rest % 100)}`;
}
