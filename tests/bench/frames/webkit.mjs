// What a panel adds to a frame of the page around it, in WebKit, which paints without a graphics card here: the page's words change colour,
// so all of it is painted. Beside the same page without a panel, and with one whose corners are cut by `overflow`, as they once were.
//   node tests/bench/frames/webkit.mjs

import { cpus } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../../web/serve.mjs';
import { root } from '../../setup/files.mjs';
import { launch } from '../../web/driver/driver.mjs';
import { lessonPages, started } from '../../web/suite/lesson.mjs';
import { press } from '../../web/suite/widget.mjs';

const withPanel = lessonPages['/water.html'];
const server = await serve(join(root, 'build/site'), { pages: { ...lessonPages, '/bare.html': withPanel.replace(/<who-says .*?<\/who-says>/, '') } });
const kinds = [['no panel', '/bare.html', ''], ['panel', '/water.html', ''],
  ['panel, its corners cut by `overflow`', '/water.html', '.frame{overflow:hidden!important}.scroller{clip-path:none!important}']];
const seen = new Map(kinds.map(([name]) => [name, []]));
let version;
for (let round = 0; round < 3; round++)
  for (const [name, path, css] of kinds) {
    const browser = await launch('webkit');
    ({ version } = browser);
    const page = await browser.open(server.address + path);
    if (path === '/water.html') {
      await started(page);
      await press(page, 'lesson-next');
    }
    seen.get(name).push(await page.run(async (style) => {
      const tree = document.querySelector('who-says')?.shadowRoot;
      if (tree) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(style);
        tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
      }
      const frames = async (count) => {
        const begin = performance.now();
        for (let n = 0; n < count; n++) {
          document.body.style.color = n % 2 ? '#222' : '#111';
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        }
        return (performance.now() - begin) / count;
      };
      await new Promise((done) => setTimeout(done, 4000)); // what is compiled meanwhile
      await frames(5);
      return frames(20);
    }, css));
    await browser.close();
  }
server.close();
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const own = median(seen.get('panel'));
console.log(`${version ?? 'WebKit'}, ${cpus().length} × ${cpus()[0].model}; medians of three, milliseconds from frame to frame\n`);
console.log('| | a frame | ÷ panel |\n|---|--:|--:|');
for (const [name, values] of seen) console.log(`| ${name} | ${median(values).toFixed(0)} | ${(median(values) / own).toFixed(2)} |`);
