// A text that stands on no page, as the article of a widget.

import type { ArticleMessage } from './messages.ts';

export interface PlainText {
  title: string;
  text: string;
}

/** Each line with words on it is a paragraph; the one that is the title, a heading. */
export function plainArticle({ title, text }: PlainText, url: string): ArticleMessage {
  const blocks: ArticleMessage['blocks'] = [];
  let begin = 0;
  for (const line of text.split('\n')) {
    const words = line.trim();
    const from = begin + line.length - line.trimStart().length;
    if (words) blocks.push([from, from + words.length, ...(words === title ? (['heading', 1] as const) : (['paragraph', 0] as const))]);
    begin += line.length + 1;
  }
  return { url, title, lang: '', text, blocks };
}
