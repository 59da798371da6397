// The licences of others' work that is shipped: assets/third-party-licences.txt with the versions that this build was made of.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const core = join(root, 'build/wasm-release');

/** The first match of `pattern` in those of the files that exist. */
function found(what, pattern, ...paths) {
  for (const path of paths.filter((path) => path && existsSync(path))) {
    const match = pattern.exec(readFileSync(path, 'utf8'));
    if (match) return match.slice(1).join('.');
  }
  throw new Error(`the version of ${what} is not to be found: ./run build`);
}

function versions() {
  const setting = (name) => found(name, new RegExp(`^${name}:\\w+=(.*)$`, 'm'), join(core, 'CMakeCache.txt'));
  const imgui = setting('WHO_SAYS_IMGUI_DIR');
  const json = join(root, 'build/deps/include/nlohmann');
  return {
    imgui: found('Dear ImGui', /define IMGUI_VERSION\s+"(.*)"/, imgui && join(imgui, 'imgui.h'), join(root, 'build/deps/imgui/imgui.h'), join(core, '_deps/imgui_upstream-src/imgui.h')),
    json: found('JSON for Modern C++', /VERSION_MAJOR (\d+)[^]*VERSION_MINOR (\d+)[^]*VERSION_PATCH (\d+)/, join(json, 'detail/abi_macros.hpp'), join(json, 'json.hpp')),
    // …/cmake/Modules/Platform/Emscripten.cmake is the tool chain's file.
    emscripten: found('Emscripten', /([\d.]+)/, join(setting('CMAKE_TOOLCHAIN_FILE'), '../../../../emscripten-version.txt')),
    unicode: found('the Unicode data', /from Unicode ([\d.]+\d)/, join(root, 'src/text/fold_table.inc')),
    ...Object.fromEntries(['idb-keyval', 'fflate', 'uqr'].map((name) => [name, found(name, /"version": "(.*)"/, join(root, 'node_modules', name, 'package.json'))])),
  };
}

export function thirdPartyLicences() {
  const known = versions();
  // Columns of the table stay columns.
  return readFileSync(join(root, 'assets/third-party-licences.txt'), 'utf8').replace(/\{([\w-]+)\}/g, (mark, name) => known[name].padEnd(mark.length));
}
