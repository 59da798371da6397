// Made by the build: web/build.mjs names these.
/** The core, packed as web/pack.mjs does. */
declare module 'who-says-wasm' {
  const wasm: string;
  export default wasm;
}
/** Explanations of terms, as the English file has them. */
declare module 'who-says-terms' {
  const terms: string;
  export default terms;
}
/** What worksheets say, the class page and the author page: JSON, words by their keys, by languages. */
declare module 'who-says-worksheet-words' {
  const words: string;
  export default words;
}
declare module 'who-says-class-words' {
  const words: string;
  export default words;
}
declare module 'who-says-author-words' {
  const words: string;
  export default words;
}
/** The engine's module, the core with the exercises, and the network's weights, packed likewise; the last is "" in a build without. */
declare module 'who-says-detector-wasm' {
  const wasm: string;
  export default wasm;
}
declare module 'who-says-classroom-wasm' {
  const wasm: string;
  export default wasm;
}
declare module 'who-says-class-wasm' {
  const wasm: string;
  export default wasm;
}
declare module 'who-says-weights' {
  const weights: string;
  export default weights;
}
/** Addresses beside the script, and what the files behind them must be: "sha384-…", or "" where anything will do. */
declare const files: {
  /** Of Who Says itself. */
  version: string;
  widget: string;
  widgetIntegrity: string;
  wasm: string;
  wasmIntegrity: string;
  words: string;
  /** Interface languages beside English. */
  languages: string[];
  /** Of the classic build: a script each. */
  languageScripts: Record<string, { file: string; integrity: string }>;
  layouts: string;
  layoutsIntegrity: string;
  selectors: string;
  selectorsIntegrity: string;
  paper: string;
  paperIntegrity: string;
  detector: string;
  detectorIntegrity: string;
  /** "" in a build without. */
  weights: string;
  weightsIntegrity: string;
  /** The core as JavaScript. */
  plain: string;
  plainIntegrity: string;
  /** Of the classic build: both in one script. */
  detectorScript: string;
  detectorScriptIntegrity: string;
  /** For lessons: the script beside the widget's, the core with the exercises; of the classic build, both in one script. */
  lesson: string;
  lessonIntegrity: string;
  /** A work as a link and a QR code. */
  code: string;
  codeIntegrity: string;
  classroom: string;
  classroomIntegrity: string;
  classroomScript: string;
  classroomScriptIntegrity: string;
};
