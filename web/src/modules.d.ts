// Made by the build: web/build.mjs names these.
declare module 'who-says-panel' {
  const createPanel: (options: unknown) => Promise<unknown>;
  export default createPanel;
}
/** The core, base64. */
declare module 'who-says-wasm' {
  const wasm: string;
  export default wasm;
}
