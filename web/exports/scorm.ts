// Beside a lesson in a SCORM 1.2 package: the work goes to the learning system in place of this browser, with its score. Where there is no
// learning system the lesson is as ever.

import { openModule } from '../pages/class/module.ts';
import type { LessonBegins } from '../src/work-store.ts';
import { ScormReport } from './scorm-report.ts';
import { Runtime } from './scorm-runtime.ts';

const runtime = Runtime.open(window);
if (runtime)
  document.addEventListener(
    'who-says-lesson',
    ({ detail: { text, keepIn } }: CustomEvent<LessonBegins>) => {
      const module = openModule().then((ask) => (ask({ verb: 'open', exercise: text }), ask));
      const report = new ScormReport(runtime, module);
      keepIn(report);
      addEventListener('pagehide', () => report.finish());
      document.addEventListener('visibilitychange', () => document.hidden && report.flush());
      // A page that comes back as it was has no session any more.
      addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
    },
    { once: true },
  );
