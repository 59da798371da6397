// The exercises for the classic build: the core with them, and what a lesson needs of the page, as one script beside the widget's.

import module from 'who-says-classroom-wasm';
import type { Classroom } from './classroom-classic.ts';
import { PupilLesson } from './lesson.ts';
import * as code from './work-code.ts';

(globalThis as { whoSaysClassroom?: Classroom }).whoSaysClassroom = { module, lesson: (panel) => new PupilLesson(panel, () => Promise.resolve(code)) };
