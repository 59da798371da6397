// What a lesson's page says around the article, in the languages of the panel.

export interface PageWords {
  /** Of the link past all else. */
  skip: string;
  /** Where no script runs. */
  script: string;
}

export const pageWords: Readonly<Record<string, PageWords>> = {
  en: { skip: 'To the article', script: 'Here is an exercise on this article. It needs JavaScript.' },
  de: { skip: 'Zum Artikel', script: 'Hier steht eine Übung zu diesem Artikel. Sie braucht JavaScript.' },
  es: { skip: 'Ir al artículo', script: 'Aquí hay un ejercicio sobre este artículo. Necesita JavaScript.' },
  fr: { skip: 'Aller à l’article', script: 'Voici un exercice sur cet article. Il a besoin de JavaScript.' },
  ko: { skip: '기사로 가기', script: '이 기사에 대한 연습 문제입니다. 자바스크립트가 필요합니다.' },
  uk: { skip: 'До статті', script: 'Тут вправа до цієї статті. Вона потребує JavaScript.' },
};

/** A language as the panel's files name it. */
export const language = (lang = 'en'): string => lang.replace(/-.*/, '').toLowerCase();
