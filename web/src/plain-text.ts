// A text that stands on no page, as the article of a widget. src/cli reads text files by the same rule (assets/claims-file.md).

import type { ArticleMessage } from './messages.ts';

export interface PlainText {
  title: string;
  text: string;
}

/** Each line with words on it is a paragraph; the one that is the title, a heading. Paragraphs are joined by an empty line. */
export function plainArticle({ title, text }: PlainText, url: string): ArticleMessage {
  const blocks: ArticleMessage['blocks'] = [];
  const paragraphs: string[] = [];
  let begin = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const words = line.replace(/[\t\f\v ]+/g, ' ').trim();
    if (words === '') continue;
    blocks.push(words === title ? [begin, begin + words.length, 'heading', 1] : [begin, begin + words.length, 'paragraph', 0]);
    paragraphs.push(words);
    begin += words.length + 2;
  }
  return { url, title, lang: '', text: paragraphs.join('\n\n'), blocks };
}
