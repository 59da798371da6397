// Shows a text or an HTML file of the reader as an article beside the panel.

import { fromFile, fromPaste, takeDropped, textAddress, type OwnArticle } from './own-article.ts';

const form = document.querySelector<HTMLFormElement>('#open')!;
const area = document.querySelector<HTMLTextAreaElement>('#text')!;
const file = document.querySelector<HTMLInputElement>('#file')!;
const said = document.querySelector<HTMLElement>('#status')!;
const article = document.querySelector<HTMLElement>('#article')!;

function show({ title, parts }: OwnArticle): void {
  article.setAttribute('itemid', textAddress(parts));
  article.replaceChildren(...parts);
  article.hidden = parts.length === 0;
  said.textContent = parts.length ? `Reading “${title}”. The panel looks for its claims; select words to highlight one yourself.` : 'There are no words to read in it.';
  const widget = document.querySelector('who-says');
  // The text has changed: the widget reads the page anew.
  widget?.setAttribute('article', '#article');
  if (parts.length) article.scrollIntoView({ block: 'start' });
}

async function open(chosen: File): Promise<void> {
  const read = await fromFile(chosen);
  if (!('why' in read)) show(read);
  else said.textContent = read.why === 'too-large' ? `This file has ${read.kb} KB; at most ${read.most} KB are read.` : 'This file could not be read as HTML. Paste its words instead.';
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (area.value.trim() !== '') return show(fromPaste(area.value, { page: 'the pasted page', text: 'the pasted text' }));
  said.textContent = 'Paste some words first.';
  area.focus();
});
file.addEventListener('change', () => {
  if (file.files?.[0]) void open(file.files[0]);
});
takeDropped(form, (dropped) => void open(dropped));
