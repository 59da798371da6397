// Words of the controls around a panel over the page, by their keys in a language file: English, until another language comes.

export const layoutWords = {
  'layout.more': 'Make the panel taller',
  'layout.less': 'Make the panel smaller',
  'layout.close': 'Close the panel',
  'layout.width': 'Width of the panel',
};
