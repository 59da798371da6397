// Words of a lesson's language: those of the panel and those of lessons are files of their own.

import type { Assets } from './settings.ts';

/** As Assets.words, with the words of lessons among those of a language. */
export const withLessons =
  (words: Assets['words']): Assets['words'] =>
  async (language) => {
    const [panel, lesson] = await Promise.all([words(language), language.includes('.') ? undefined : words(`lesson.${language}`)]);
    if (!panel || !lesson) return panel;
    try {
      return JSON.stringify({ ...(JSON.parse(panel) as object), ...(JSON.parse(lesson) as object) });
    } catch {
      return panel;
    }
  };
