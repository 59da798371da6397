// The same page with its panel at the side, at the foot or under the article.

export {};

const form = document.querySelector<HTMLFormElement>('.choice')!;
const tag = document.querySelector('who-says')!;
form.hidden = false;
form.addEventListener('change', () => tag.setAttribute('layout', String(new FormData(form).get('layout'))));
