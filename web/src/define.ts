// The tag on a page. A page can define it once; of several copies of the script, the newest gives the panel to every tag that has not
// started yet.

import { WhoSaysElement, type Loader } from './element.ts';

/** What a copy of the script brings along. */
interface Copy {
  version: string;
  load: Loader;
}
/** The class that a page has; of an unknown version, without `newest`. */
type Defined = CustomElementConstructor & { newest?: Copy };

/** Scripts that a page defers run one after the other, before that event. */
async function deferredHaveRun(): Promise<void> {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (document.readyState !== 'complete' && page?.domContentLoadedEventStart === 0)
    await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

export function define(load: Loader): void {
  const own: Copy = { version: files.version, load };
  const there = customElements.get('who-says') as Defined | undefined;
  if (!there) {
    const Tag = class extends WhoSaysElement {
      static newest = own;
      protected override async load(lesson: boolean): ReturnType<Loader> {
        await deferredHaveRun();
        const copy = Tag.newest;
        const loaded = await copy.load(lesson);
        return copy === Tag.newest ? loaded : this.load(lesson);
      }
    };
    customElements.define('who-says', Tag);
    return;
  }
  if (there.newest && own.version.localeCompare(there.newest.version, 'en', { numeric: true }) > 0) there.newest = own;
  console.warn(`Who Says is on this page twice; ${there.newest?.version ?? 'the first'} is used.`);
}
