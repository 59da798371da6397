import { openSite } from './site.mjs';
const site = await openSite();
for (const load of [{ count: 1000, size: 100000 }, { count: 10000, size: 1000000 }]) for (let turn = 0; turn < 2; turn++) { const r = await site.tasks('slices', { ...load, turn }); console.log(r.wall.toFixed(0), r.tasks.map((t) => t.toFixed(1)).join(' ')); }
await site.close();
