// Where a pupil's work is kept: in this browser, unless a script of the page has a better place.

export interface WorkStore {
  /** The work's text, "" when there is none. */
  load(): Promise<string>;
  /** `task`: the id of the one in front, "" before the first and after the last. Rejects when the work is not kept: with a RangeError when
   * only a part of it has room. */
  keep(work: string, task: string): Promise<void>;
  /** The task that was in front the last time, where that is kept. */
  place?(): string;
  /** Besides, while the page goes: what can be kept without a moment's wait. */
  last?(work: string): void;
}

/** Of the event who-says-lesson: a lesson begins. */
export interface LessonBegins {
  /** Its id. */
  exercise: string;
  /** The exercise file. */
  text: string;
  /** Has the work kept there, and in this browser no more. For listeners, at once. */
  keepIn(store: WorkStore): void;
}

declare global {
  interface DocumentEventMap {
    'who-says-lesson': CustomEvent<LessonBegins>;
  }
}
