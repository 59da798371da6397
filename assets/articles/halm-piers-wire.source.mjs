// Who says what in halm-piers-wire.txt, the second report of what halm-piers.txt tells.

const said = (words, source, cue, more = {}) => ({ words, chain: [[source, 'explicit', cue]], scope: 'explicit', directness: 'indirect', cueClass: 'neutral', medium: 'speech', ...more });
const bare = (words, more = {}) => ({ words, chain: [], scope: 'none', directness: 'none', ...more });

export const article = { file: 'halm-piers-wire', url: '', lang: 'en' };

export const sources = [
  { id: 'defence-ministry', name: 'Defence ministry of Lomar', kind: 'military', form: 'organization', office: 'current', role: 'participant', country: 'Lomar' },
  { id: 'dovic', name: 'Karel Dovic', kind: 'government', office: 'current', role: 'participant', description: 'foreign minister', country: 'Vestria' },
  { id: 'maran', name: 'Ilse Maran', kind: 'diplomat', office: 'former', role: 'commentator', description: 'former ambassador', country: 'Vestria' },
  { id: 'analysts', name: 'Analysts', form: 'group', naming: 'generic', role: 'commentator' },
  { id: 'clear-coast', name: 'Clear Coast', kind: 'ngo-advocacy', form: 'organization', office: 'not-applicable', role: 'commentator' },
];

export const claims = [
  said('Lomar’s navy may use two piers in the Vestrian harbour of Halm', 'defence-ministry', 'said', { claimType: 'event', certainty: 'certain' }),
  said('trade', 'dovic', 'spoke of', { directness: 'reported', claimType: 'judgement', certainty: 'certain' }),
  said('the bay is “what the fleet has wanted since 1990”', 'maran', 'told', { directness: 'mixed', claimType: 'judgement', certainty: 'certain' }),
  said('the balance in the north shifting', 'analysts', 'see', { naming: 'generic', cueClass: 'attitude', claimType: 'judgement', certainty: 'certain' }),
  said('the seals of the bay', 'clear-coast', 'fears for', { cueClass: 'attitude', claimType: 'forecast', certainty: 'possible' }),
  bare('The rent was not made public', { claimType: 'event', certainty: 'certain' }),
];
