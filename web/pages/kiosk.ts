// A page without an article: the panel shows the text itself.

export {};

interface TextElement extends HTMLElement {
  ready: Promise<void>;
  showText(title: string, text: string): void;
  showView(view: string): void;
}

async function start(): Promise<void> {
  const text = document.querySelector<HTMLTemplateElement>('#text')!.content;
  const lines = [...text.children].map((block) => block.textContent ?? '');
  await customElements.whenDefined('who-says');
  const widget = document.querySelector<TextElement>('who-says')!;
  widget.showText(lines[1] ?? '', lines.join('\n\n'));
  await widget.ready;
  widget.showView('text');
}
void start();
