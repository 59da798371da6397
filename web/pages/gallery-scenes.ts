// The states that the gallery shows: texts and claims of our own, and what is pressed to get there.

export interface Scene {
  id: string;
  title: string;
  text?: string;
  /** The claims file, as the page would give it; 404: it is not there. */
  claims?: unknown;
  /** Pressed one after another: ids of the outline's controls. */
  press?: string[];
  /** Typed into a field: its id, then the words. */
  type?: [string, string];
  mode?: 'view' | 'read' | 'edit';
  detect?: 'on' | 'off';
  direction?: 'rtl';
  narrow?: true;
  /** The claims never come. */
  waits?: true;
}

type Chain = [source: string, cue: string][];
interface Given {
  chain?: Chain;
  sourcing?: Record<string, unknown>;
  prefix?: string;
  suffix?: string;
  /** Where the words stood when the claim was made. */
  start?: number;
  note?: string;
}
const claim = (id: string, exact: string, { chain = [], sourcing, prefix, suffix, start, note }: Given = {}): unknown => ({
  id: `urn:gallery:${id}`, type: 'Annotation', motivation: 'highlighting', created: '2026-11-20T09:00:00Z', status: 'confirmed',
  target: { selector: [{ type: 'TextQuoteSelector', exact, ...(prefix ? { prefix } : {}), ...(suffix ? { suffix } : {}) }, ...(start === undefined ? [] : [{ type: 'TextPositionSelector', start, end: start + exact.length }])] },
  body: [
    ...(chain.length ? [{ type: 'SpecificResource', purpose: 'identifying', source: `#${chain.at(-1)![0]}` }] : []),
    ...(chain.length ? [{ type: 'List', purpose: 'linking', items: chain.map(([source, cue]) => ({ type: 'SpecificResource', source: `#${source}`, link: 'explicit', cue })) }] : []),
    ...(note ? [{ type: 'TextualBody', purpose: 'commenting', value: note }] : []),
  ],
  sourcing: sourcing ?? (chain.length ? { scope: 'explicit', directness: 'indirect', naming: 'named' } : { scope: 'none' }),
});
const page = (items: unknown[], sources: unknown[] = known): unknown => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:gallery', type: 'AnnotationPage', article: { title: 'Gallery', lang: 'en' }, sources, items,
});
const known = [
  { id: 'ministry', name: 'Ministry of Works', kind: 'government', form: 'organization', office: 'current', naming: 'named' },
  { id: 'courier', name: 'The Sellin Courier', kind: 'news-outlet', form: 'organization', naming: 'named', role: 'relay' },
  { id: 'bureau', name: 'Federal Security Bureau', kind: 'intelligence-agency', form: 'organization', office: 'current', naming: 'named' },
  { id: 'forum', name: 'Baltic Policy Forum', kind: 'think-tank', form: 'organization', naming: 'named' },
  { id: 'holm', name: 'Ida Holm', kind: 'diplomat', form: 'person', office: 'former', naming: 'named', aliases: ['Holm', 'Ida Holme'] },
  { id: 'union', name: 'Dockers’ Union', kind: 'ngo-advocacy', form: 'organization', naming: 'named' },
];

const text = [
  'The bridge at Sellin is to be closed to lorries from March, the Ministry of Works announced on Tuesday. Repairs will take fourteen months.',
  'Ida Holm, once ambassador in Oslo, told The Sellin Courier that the treaty of 1998 “never foresaw a closure of this length”. The neighbours had not been asked, she added.',
  'The Federal Security Bureau puts the number of military transports at 40 a month. It is assumed that most will go by ferry.',
  'Researchers at the Baltic Policy Forum expect prices at the port to rise by a tenth. The Dockers’ Union calls that figure far too low.',
].join('\n\n');
const claims = [
  claim('bridge', 'The bridge at Sellin is to be closed to lorries from March', { chain: [['ministry', 'announced']] }),
  claim('repairs', 'Repairs will take fourteen months'),
  claim('treaty', 'the treaty of 1998 “never foresaw a closure of this length”', {
    chain: [['courier', 'told'], ['holm', 'told']], sourcing: { scope: 'explicit', directness: 'mixed', naming: 'named' }, note: 'Which article of the treaty?',
  }),
  claim('neighbours', 'The neighbours had not been asked', { chain: [['courier', ''], ['holm', 'added']] }),
  claim('transports', 'the number of military transports at 40 a month', { chain: [['bureau', 'puts']] }),
  claim('ferry', 'most will go by ferry', { sourcing: { scope: 'agentless', cueClass: 'hearsay' } }),
  claim('prices', 'prices at the port to rise by a tenth', { chain: [['forum', 'expect']] }),
  claim('low', 'that figure far too low', { chain: [['union', 'calls']] }),
];
const harbour = page(claims);
/** With pairs that are set closer than their letters are wide. */
const kerned = 'AVA Taylor, To Wave: Tow away fjord fiancés';

const many = Array.from({ length: 500 }, (_, n) => `Item ${n + 1} of the inventory weighs ${(n * 37) % 900} kilograms`);
const endless = 'Interdepartmental Coordination Secretariat for Transboundary Waterways, Ports and Donaudampfschifffahrtsgesellschaftsangelegenheiten';

const before = [
  'The mill stands empty since spring. Its owner wants to sell before the year is out, the agent said.',
  'A buyer from Lund has looked at it twice. The council would rather see flats on the site.',
  'More is to be known in May. More is to be known in May.',
].join('\n\n');
const states = page([
  claim('same', 'The mill stands empty since spring', { suffix: '. Its owner', start: 0 }),
  claim('edited', 'Its owner hopes to sell it before the year ends', { prefix: 'empty since spring. ', suffix: ', the agent said', start: 36 }),
  claim('moved', 'The council would rather see flats on the site', { prefix: 'the agent said. ', suffix: '. A buyer', start: 102 }),
  claim('gone', 'Forty years of paper dust lie on every beam of the upper floor', { prefix: 'No one goes in. ', start: 300 }),
  claim('twice', 'More is to be known in May', {}),
]);

const arabicText = ['سيغلق الجسر أمام الشاحنات ابتداء من مارس، بحسب وزارة الأشغال. وتستغرق الأعمال ١٤ شهرا.', 'ويتوقع اتحاد عمال الميناء ارتفاع الأسعار بنسبة عشرة في المئة.'].join('\n\n');
const arabic = page(
  [claim('bridge', 'سيغلق الجسر أمام الشاحنات ابتداء من مارس', { chain: [['works', 'بحسب']] }), claim('time', 'وتستغرق الأعمال ١٤ شهرا'), claim('prices', 'ارتفاع الأسعار بنسبة عشرة في المئة', { chain: [['dockers', 'يتوقع']] })],
  [
    { id: 'works', name: 'وزارة الأشغال', kind: 'government', form: 'organization', office: 'current', naming: 'named' },
    { id: 'dockers', name: 'اتحاد عمال الميناء', kind: 'ngo-advocacy', form: 'organization', naming: 'named' },
  ],
);
const scriptsText = ['הגשר ייסגר למשאיות ממרץ, מסר משרד העבודות.', 'मरम्मत में चौदह महीने लगेंगे।', 'สะพานจะปิดสำหรับรถบรรทุก', '다리는 3월부터 화물차에 닫힌다.', 'Naïve façade — 🏗️ and 🚢 in one line'].join('\n\n');
const scripts = page(
  scriptsText.split('\n\n').map((line, n) => claim(`line${n}`, line.replace(/[,،].*$/, ''), n ? {} : { chain: [['works', 'מסר']] })),
  [{ id: 'works', name: 'משרד העבודות', kind: 'government', form: 'organization', office: 'current', naming: 'named' }],
);

const settled = { text, claims: harbour, detect: 'off' } as const;
export const scenes: readonly Scene[] = [
  { id: 'empty', title: 'No claims yet', text, detect: 'off' },
  { id: 'loading', title: 'The claims are on their way', text, detect: 'off', waits: true },
  { id: 'one', title: 'One claim', text, claims: page([claims[0]]), detect: 'off' },
  { id: 'line', title: 'One line, as the browser sets it', text: `${kerned}.`, claims: page([claim('line', kerned)]), detect: 'off' },
  { id: 'claims', title: 'Claims', ...settled },
  { id: 'card', title: 'A card is open, with its chain and a note', ...settled, press: ['claim:urn:gallery:treaty'] },
  { id: 'nobody', title: 'A card of a claim that names nobody', ...settled, press: ['claim:urn:gallery:ferry'] },
  { id: 'filter', title: 'The filter is open', ...settled, press: ['filters'] },
  { id: 'search', title: 'A search', ...settled, type: ['search-claims', 'bridge'] },
  { id: 'nothing-found', title: 'A search that finds nothing', ...settled, type: ['search-claims', 'zebra'] },
  { id: 'sources', title: 'Sources', ...settled, press: ['tab:sources'] },
  { id: 'profile', title: 'Profile', ...settled, press: ['tab:profile'] },
  { id: 'text', title: 'Text', ...settled, press: ['tab:text'] },
  { id: 'editor', title: 'A claim is corrected', ...settled, mode: 'edit', press: ['claim:urn:gallery:treaty', 'correct:urn:gallery:treaty'] },
  { id: 'suggestions', title: 'What the engine found', text, detect: 'on' },
  { id: 'review', title: 'Suggestions one by one', text, detect: 'on', press: ['begin-review'] },
  { id: 'unknown-language', title: 'A language that the engine does not know', text: 'Silta suljetaan kuorma-autoilta maaliskuussa, ministeriö kertoi tiistaina. Korjaus kestää neljätoista kuukautta ja maksaa paljon.', detect: 'on' },
  { id: 'states', title: 'The five states of a quotation', text: before, claims: states, mode: 'edit', detect: 'off' },
  { id: 'report', title: 'The report on changed words', text: before, claims: states, mode: 'edit', detect: 'off', press: ['report-show'] },
  { id: 'many', title: '500 claims', text: many.join('. '), claims: page(many.map((line, n) => claim(`item${n}`, line))), detect: 'off' },
  {
    id: 'long-names', title: 'Very long names', text, detect: 'off', press: ['claim:urn:gallery:bridge'],
    claims: page([claim('bridge', 'The bridge at Sellin is to be closed to lorries from March, the Ministry of Works announced on Tuesday. Repairs will take fourteen months', { chain: [['long', 'announced on Tuesday'], ['longer', 'is said to have said']] }), ...claims.slice(1)], [
      ...known, { id: 'long', name: endless, kind: 'news-outlet', form: 'organization', naming: 'named' }, { id: 'longer', name: `${endless} II`, kind: 'government', form: 'organization', office: 'former', naming: 'named' },
    ]),
  },
  { id: 'long-sources', title: 'Very long names among the sources', text, detect: 'off', press: ['tab:sources'], claims: page([claim('bridge', 'Repairs will take fourteen months', { chain: [['longer', 'said']] })], [{ id: 'longer', name: endless, kind: 'government', form: 'organization', office: 'former', naming: 'named' }]) },
  { id: 'broken', title: 'A claims file that cannot be read', text, claims: '{ "type": "AnnotationPage", "items": [', detect: 'off' },
  { id: 'missing', title: 'A claims file that cannot be fetched', text, claims: 404, detect: 'off' },
  { id: 'narrow', title: '320 pixels wide', ...settled, narrow: true, press: ['claim:urn:gallery:treaty'] },
  { id: 'narrow-profile', title: '320 pixels wide: the profile', ...settled, narrow: true, press: ['tab:profile'] },
  { id: 'right-to-left', title: 'Right to left', text: arabicText, claims: arabic, detect: 'off', direction: 'rtl', press: ['claim:urn:gallery:bridge'] },
  { id: 'scripts', title: 'Scripts of the world', text: scriptsText, claims: scripts, detect: 'off' },
];
