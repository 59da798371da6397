// The headers of a strict publisher, under which all of the demo and of the tests runs.

/** The policy that the widget promises to work under. */
export const strictPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; " +
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
/** Pages that parse HTML files of the reader need one named policy for their parser. */
const policyOf = (path) => (/\/(try|author)\.html$/.test(path) ? strictPolicy.replace("trusted-types 'none'", 'trusted-types who-says-try') : strictPolicy);
export const strictHeaders = (path) => ({
  'content-security-policy': policyOf(path),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
});
