// Who says what in ellerby-pool.txt. `node web/pages/build-claims.mjs` makes the claims file of it.

const said = (words, source, cue, more = {}) => ({ words, chain: [[source, 'explicit', cue]], scope: 'explicit', directness: 'indirect', cueClass: 'neutral', medium: 'speech', ...more });
const bare = (words, more = {}) => ({ words, chain: [], scope: 'none', directness: 'none', ...more });
const through = (relay, link, words, cue, more = {}) => ({ ...said(words, 'abara', cue, more), chain: [[relay, 'explicit', link], ['abara', 'explicit', cue]] });

export const article = { file: 'ellerby-pool', url: '', lang: 'en' };

export const sources = [
  { id: 'council', name: 'The town council', kind: 'government', form: 'organization', office: 'current', role: 'participant' },
  { id: 'lindqvist', name: 'Rosa Lindqvist', kind: 'government', office: 'current', role: 'authority', description: 'engineer of the council', aliases: [{ name: 'Lindqvist', reason: 'family name' }] },
  { id: 'abara', name: 'Tom Abara', kind: 'government', office: 'former', role: 'commentator', description: 'ran the pool until 2021',
    aliases: [{ name: 'Abara', reason: 'family name' }, { name: 'he', reason: 'the only man named' }] },
  { id: 'wendle-fm', name: 'Wendle FM', kind: 'news-outlet', form: 'organization', office: 'not-applicable', role: 'relay', description: 'radio station' },
  { id: 'ellerby-live', name: 'Ellerby Live', kind: 'news-outlet', form: 'organization', office: 'not-applicable', role: 'relay', description: 'internet site', aliases: [{ name: 'It', reason: 'the site of the sentence before' }] },
  { id: 'kovac', name: 'Ines Kovac', kind: 'ngo-advocacy', office: 'current', role: 'representative', description: 'leads the swimming club' },
];

export const claims = [
  said('The indoor pool in Ellerby will stay shut until March', 'council', 'said', { claimType: 'intention', certainty: 'certain' }),
  bare('Two of its three pumps are broken', { claimType: 'event', certainty: 'certain', evidence: ['number'] }),
  said('children could get ill if the water is not cleaned', 'lindqvist', 'explained that', { claimType: 'forecast', certainty: 'possible' }),
  said('Each new pump costs 18,000 crowns', 'lindqvist', 'according to', { claimType: 'quantity', certainty: 'certain', evidence: ['number'] }),
  said('the two new pumps will cost 30,000 crowns together', 'council', 'wrote in a letter to parents that', { medium: 'writing', claimType: 'quantity', certainty: 'certain', evidence: ['number'],
    remarks: [{ text: 'Two pumps at 18,000 crowns each are 36,000 crowns.', basis: 'text' }] }),
  through('wendle-fm', 'told the radio station', 'The pumps had not been looked after for two years', 'told', { claimType: 'event', certainty: 'certain', notStated: ['what the council says to this'] }),
  { ...said('Everybody in the town hall knew it', 'abara', 'he said', { directness: 'direct', claimType: 'judgement', certainty: 'certain' }), chain: [['wendle-fm', 'carried', ''], ['abara', 'carried', 'said']] },
  through('ellerby-live', 'reports that', 'the pumps were too small from the start', 'quotes', { claimType: 'judgement', certainty: 'certain' }),
  { words: 'many families will now drive to the pool in Norham', chain: [['', 'explicit', 'It is believed that']], scope: 'agentless', directness: 'indirect', cueClass: 'hearsay', claimType: 'forecast', certainty: 'certain' },
  bare('That pool is already full at weekends', { claimType: 'event', certainty: 'certain' }),
  said('60 children will lose their lessons', 'kovac', 'fears that', { cueClass: 'attitude', medium: 'thought', claimType: 'forecast', certainty: 'certain', evidence: ['number'] }),
  bare('The club is collecting money for the pumps', { claimType: 'event', certainty: 'certain' }),
];
