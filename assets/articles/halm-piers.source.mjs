// Who says what in halm-piers.txt. `node web/pages/build-claims.mjs` makes the claims file of it.

const said = (words, source, cue, more = {}) => ({ words, chain: [[source, 'explicit', cue]], scope: 'explicit', directness: 'indirect', cueClass: 'neutral', medium: 'speech', ...more });
const bare = (words, more = {}) => ({ words, chain: [], scope: 'none', directness: 'none', ...more });

export const article = { file: 'halm-piers', url: '', lang: 'en' };

export const sources = [
  { id: 'foreign-ministry', name: 'Foreign ministry of Vestria', kind: 'government', form: 'organization', office: 'current', role: 'participant', country: 'Vestria',
    aliases: [{ name: 'the ministry', reason: 'the only ministry named before' }, { name: 'it', reason: 'the ministry of the sentence before' }] },
  { id: 'dovic', name: 'Karel Dovic', kind: 'government', office: 'current', role: 'participant', description: 'foreign minister', country: 'Vestria' },
  { id: 'lpa', name: 'LPA', kind: 'news-outlet', form: 'organization', office: 'not-applicable', role: 'relay', description: 'state news agency', country: 'Lomar', aliases: [{ name: 'the agency', reason: 'what it is' }] },
  { id: 'officer', name: 'An officer of the Lomaran navy', kind: 'military', office: 'current', naming: 'described', role: 'representative', country: 'Lomar' },
  { id: 'courier', name: 'Halm Courier', kind: 'news-outlet', form: 'organization', office: 'not-applicable', role: 'relay', country: 'Vestria', aliases: [{ name: 'It', reason: 'the paper of the sentence before' }] },
  { id: 'evening-mail', name: 'Aldea Evening Mail', kind: 'news-outlet', form: 'organization', office: 'not-applicable', role: 'relay', country: 'Vestria', aliases: [{ name: 'The Evening Mail', reason: 'part of its name' }] },
  { id: 'security-service', name: 'Vestria’s security service', kind: 'intelligence-agency', form: 'organization', office: 'current', role: 'authority', country: 'Vestria' },
  { id: 'institute', name: 'Institute for Northern Security', kind: 'think-tank', form: 'organization', office: 'not-applicable', role: 'commentator', country: 'Vestria', aliases: [{ name: 'it', reason: 'the study’s author' }] },
  { id: 'maran', name: 'Ilse Maran', kind: 'diplomat', office: 'former', role: 'commentator', description: 'ambassador to Lomar until 2019', country: 'Vestria', aliases: [{ name: 'she', reason: 'the only woman named' }] },
  { id: 'hanak', name: 'Petr Hanak', kind: 'ngo-advocacy', office: 'current', role: 'representative', description: 'chairman of the dockers’ union', country: 'Vestria' },
  { id: 'opposition', name: 'The opposition', kind: 'legislator-politician', form: 'group', office: 'current', naming: 'generic', role: 'participant', country: 'Vestria' },
];

export const claims = [
  said('Vestria will lease two piers of the harbour of Halm to its neighbour Lomar for fifteen years', 'foreign-ministry', 'announced', { claimType: 'intention', certainty: 'certain' }),
  said('a purely commercial agreement', 'dovic', 'spoke of', { directness: 'direct', claimType: 'judgement', certainty: 'certain' }),
  bare('Parliament is to vote on it in September', { claimType: 'intention', certainty: 'certain' }),
  said('The lease brings 40 million marks a year', 'foreign-ministry', 'according to', { claimType: 'quantity', certainty: 'certain', evidence: ['number'] }),
  { ...said('Over the whole term that is 600 million marks', 'foreign-ministry', 'it said', { claimType: 'quantity', certainty: 'certain', evidence: ['number'] }), chain: [['foreign-ministry', 'carried', 'said']] },
  { ...said('the piers will also serve “vessels of the fleet, where needed”', 'officer', 'quotes', { directness: 'mixed', naming: 'described', claimType: 'intention', certainty: 'certain' }), chain: [['lpa', 'explicit', 'reports that'], ['officer', 'explicit', 'quotes']] },
  { words: 'a naval base could follow within two years', chain: [['courier', 'explicit', 'writes that'], ['evening-mail', 'explicit', 'relies on a report in'], ['security-service', 'explicit', 'cites']],
    scope: 'explicit', directness: 'indirect', cueClass: 'neutral', medium: 'writing', claimType: 'forecast', certainty: 'possible', notStated: ['who gave the warning to the Evening Mail'] },
  said('Three Lomaran supply ships a month called at Halm last year', 'institute', 'says a study by', { medium: 'writing', claimType: 'quantity', certainty: 'certain', evidence: ['number', 'document'] }),
  { ...said('24 visits in that year', 'institute', 'counts', { medium: 'writing', claimType: 'quantity', certainty: 'certain', evidence: ['number'] }), chain: [['institute', 'carried', 'counts']],
    remarks: [{ text: 'Three ships a month are 36 in a year.', basis: 'text' }] },
  bare('A third of the institute’s budget comes from Vestria’s defence ministry', { claimType: 'quantity', certainty: 'certain' }),
  said('Nobody pays 40 million for two piers where hardly a ship unloads', 'maran', 'she told', { directness: 'direct', claimType: 'judgement', certainty: 'certain' }),
  { ...said('Lomar wants the deep water', 'maran', 'she argues', { claimType: 'judgement', certainty: 'certain' }), chain: [['maran', 'carried', 'argues']] },
  { words: 'other harbours were offered as well', chain: [['', 'explicit', 'It is understood that']], scope: 'agentless', directness: 'indirect', cueClass: 'hearsay', claimType: 'event', certainty: 'certain' },
  bare('The residents of Halm were not asked', { claimType: 'event', certainty: 'certain' }),
  { words: '200 new jobs', chain: [['hanak', 'explicit', 'expects'], ['foreign-ministry', 'explicit', 'points to a paper of']], scope: 'explicit', directness: 'indirect', cueClass: 'attitude', claimType: 'forecast', certainty: 'probable', evidence: ['number', 'document'] },
  said('the price is far too low', 'opposition', 'claims that', { cueClass: 'distancing', naming: 'generic', claimType: 'judgement', certainty: 'certain' }),
];
