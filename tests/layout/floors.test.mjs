// The floors: who may include whom. A new floor gets a line here and in src/README.md.

import assert from 'node:assert/strict';
import test from 'node:test';
import { read, tracked } from '../setup/files.mjs';

const below = {
  text: [],
  model: ['text'],
  anchor: ['text', 'model'],
  attribution: ['text', 'model'],
  classroom: ['text', 'model'],
  app: ['text', 'model', 'anchor', 'attribution', 'classroom'],
  cli: ['text', 'model', 'anchor', 'attribution', 'classroom', 'app'],
  ui: ['text', 'model', 'anchor', 'attribution', 'classroom', 'app'],
  platform: ['text', 'model', 'anchor', 'attribution', 'classroom', 'app', 'ui'],
};

// Headers of others, and the only places in src/ that may include them.
const foreign = [
  { what: 'Dear ImGui', header: /^(imgui|imconfig|imstb|misc\/freetype)|(^|\/)imgui\w*\.h$/, where: /^src\/(ui|platform)\// },
  { what: 'Emscripten', header: /^emscripten/, where: /^src\/platform\/web\// },
  { what: 'nlohmann/json', header: /^nlohmann\//, where: /^src\/(model\/|app\/messages|attribution\/training\/)/ },
  { what: 'Gumbo', header: /^gumbo/, where: /^src\/cli\// },
  { what: 'doctest', header: /^doctest/, where: /^$/ },
];

function includes(text) {
  return [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"]/gm)].map((match) => match[1]);
}

/** What is wrong with the includes of one file: a sentence each. */
function faults(path, text) {
  const floor = path.split('/')[1];
  if (!(floor in below)) return [`${path}: "${floor}" is not a floor`];
  const found = [];
  for (const header of includes(text)) {
    const other = header.split('/')[0];
    const rule = foreign.find((entry) => entry.header.test(header));
    if (rule && !rule.where.test(path)) found.push(`${path} includes ${rule.what} (${header})`);
    if (header.startsWith('.')) found.push(`${path} includes ${header}: name it from src/`);
    if (other in below && header.includes('/') && other !== floor && !below[floor].includes(other)) {
      found.push(`${path} reaches up to ${header}`);
    }
  }
  return found;
}

test('every source includes only from its own floor and lower ones', () => {
  const sources = tracked(/^src\/[^/]+\/.*\.(cpp|h)$/);
  assert.ok(sources.length > 0);
  assert.deepEqual(sources.flatMap((path) => faults(path, read(path))), []);
});

test('only the platform says __EMSCRIPTEN__: variants are files chosen by CMake', () => {
  const found = tracked(/^src\/.*\.(cpp|h)$/).filter(
    (path) => !path.startsWith('src/platform/web/') && read(path).includes('__EMSCRIPTEN__'),
  );
  assert.deepEqual(found, []);
});

test('the check itself sees each kind of fault', () => {
  const bad = [
    ['src/text/fold.cpp', '#include "model/claim.h"'],
    ['src/anchor/anchor.cpp', '#include "attribution/detect.h"'],
    ['src/app/update.cpp', '#  include <imgui.h>'],
    ['src/app/update.cpp', '#include "ui/imgui/imconfig.h"'],
    ['src/ui/panel.cpp', '#include <emscripten.h>'],
    ['src/ui/panel.cpp', '#include <nlohmann/json.hpp>'],
    ['src/cli/main.cpp', '#include "ui/panel.h"'],
    ['src/model/article.cpp', '#include <gumbo.h>'],
    ['src/model/codec.cpp', '#include "../text/range.h"'],
    ['src/other/thing.cpp', ''],
  ];
  for (const [path, text] of bad) assert.notDeepEqual(faults(path, text), [], `${path}: ${text}`);
  assert.deepEqual(faults('src/ui/panel.cpp', '#include <imgui.h>\n#include "app/app.h"\n#include "ui/panel.h"\n'), []);
  assert.deepEqual(faults('src/app/messages.cpp', '#include <nlohmann/json.hpp>\n'), []);
});
