// Words inside of HTML and XML.

const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
// All that XML 1.0 has no place for, escaped or not.
const nowhere = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** As text, or between quotation marks. */
export const escaped = (text: string): string => text.replace(nowhere, '\ufffd').replace(/[&<>"']/g, (letter) => names[letter]!);

/** JSON inside a script element: no "<" may end it, or begin a comment in it. */
export const inScript = (json: string): string => JSON.stringify(JSON.parse(json)).replaceAll('<', '\\u003c');
