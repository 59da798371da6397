// The exercises for the classic build: the core with them, and what a lesson needs of the page, as one script beside the widget's.

import module from 'who-says-classroom-wasm';
import type { Classroom } from './classroom-classic.ts';
import { PupilLesson } from './lesson.ts';

(globalThis as { whoSaysClassroom?: Classroom }).whoSaysClassroom = { module, lesson: (panel) => new PupilLesson(panel) };
