// Made by the build: web/build.mjs names these.
declare module 'who-says-panel' {
  const createPanel: (options: unknown) => Promise<unknown>;
  export default createPanel;
}
/** The core, packed as web/pack.mjs does. */
declare module 'who-says-wasm' {
  const wasm: string;
  export default wasm;
}
/** Addresses beside the script, and what the files behind them must be: "sha384-…", or "" where anything will do. */
declare const files: { widget: string; widgetIntegrity: string; wasm: string; wasmIntegrity: string; words: string };
