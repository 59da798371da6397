// Words inside of HTML and XML. JavaScript, so that the build has it too.

/** @type {Record<string, string>} */
const names = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
// All that XML 1.0 has no place for, escaped or not.
const nowhere = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * As text, or between quotation marks.
 * @param {string} text
 * @returns {string}
 */
export const escaped = (text) => text.replace(nowhere, '\ufffd').replace(/[&<>"']/g, (letter) => names[letter] ?? letter);

/**
 * JSON inside a script element: no "<" may end it, or begin a comment in it.
 * @param {string} json
 * @returns {string}
 */
export const inScript = (json) => JSON.stringify(JSON.parse(json)).replaceAll('<', '\\u003c');
