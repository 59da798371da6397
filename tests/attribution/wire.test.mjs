// An article with the constructions of translated wire copy, invented whole: an outlet that speaks for sentences before it, a former
// ambassador in two spellings inside what it reports, an institute by its acronym, a service that becomes "the department", an outlet
// that nothing else is known of, a relay, and what is only assumed. Nobody and nothing that the tool suggests may get lost here, and
// nothing doubtful may be among it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import test from 'node:test';
import { weightsFile } from '../bench/attribution/engine.mjs';
import { tool } from '../bench/attribution/systems.mjs';

const article = `The cooperation between Ardana and its northern neighbour rests on grain. Ardana has already sent hundreds of engineers to the north, and the north hopes to solve its shortages with their help.
The Lakeland Herald writes about this.
The publication reports that former Ardanian ambassador to Norway Ha Jong Min claims that the deal is useful for the north. According to him, prices will fall within a year. He noted that the north harvests less than 2 million tons of rye, which is not enough.
“According to the ministry, the harvest is 2 million tons. If Ardana offers 300,000 to 400,000 tons, this will be enough for half of the country,” explained Ha Yong Min.
Experts from Ardana’s Institute for Northern Security Research (INSR) also revealed some details of the deal. They believe that the date was no accident.
“Under the new president, Ardana could leave the alliance,” the INSR report notes.
According to Ardana’s National Intelligence Service, each engineer will receive around $900 a month. The department highlights that at least 4,000 engineers will be sent.
In addition, the north gets engines: it is assumed that Ardana intends to build a second harbour.
Recall that Meridor wrote that former adviser to the US Secretary of State, Peter Brill, expressed doubts about the plans. Speaking on Espresso, Brill called these plans “vain” and emphasized that most members are not interested in them.
`;

const suggested = (options) => {
  const file = JSON.parse(execFileSync(tool, ['detect', '--format=claims', ...options, '-'], { input: article, encoding: 'utf8' }));
  const sources = new Map(file.sources.map((source) => [`#${source.id}`, source]));
  const claims = file.items.map((item) => ({
    words: item.target.selector[0].exact,
    chain: item.body.filter(({ purpose }) => purpose === 'linking').flatMap(({ items }) => items.map(({ source, link }) => [sources.get(source)?.name ?? '', link])),
    ...item.sourcing,
  }));
  return { claims, named: (name) => file.sources.find((source) => source.name.includes(name)), saying: (words) => claims.find((claim) => claim.words.includes(words)) };
};

for (const [name, options, skip] of [['rules only', ['--rules-only'], false], ['network', [], !weightsFile && 'there are no weights']]) {
  test(`an article like those that agencies translate: ${name}`, { skip: existsSync(tool) ? skip : 'the tool is not built' }, () => {
    const { claims, named, saying } = suggested(options);
    const alias = (source, word) => (source.aliases ?? []).some((one) => (one.name ?? one).includes(word));

    assert.equal(named('Lakeland Herald').kind, 'news-outlet');
    assert.deepEqual(saying('rests on grain').chain.map(([, link]) => link), ['blanket']);
    const ambassador = named('Ha Jong Min');
    assert.deepEqual([ambassador.kind, ambassador.office], ['diplomat', 'former']);
    assert.ok(alias(ambassador, 'Ha Yong Min'), 'both spellings are one source');
    assert.ok(!alias(ambassador, 'He') && !alias(ambassador, 'him'), 'pronouns are no spellings');
    assert.deepEqual(saying('prices will fall').chain.map(([source]) => source), ['Lakeland Herald', 'Ha Jong Min']);
    assert.equal(saying('prices will fall').chain[0][1], 'carried');
    assert.equal(named('Institute for Northern Security Research').kind, 'think-tank');
    const service = named('National Intelligence Service');
    assert.equal(service.kind, 'intelligence-agency');
    assert.ok(alias(service, 'department'));
    assert.equal(named('Meridor').kind, 'news-outlet');
    assert.equal(named('Peter Brill').office, 'former');
    assert.equal(saying('second harbour').scope, 'agentless');

    for (const { confidence, words } of claims) assert.ok(confidence >= 0.4, `${words}: ${confidence}`);
    assert.ok(!claims.some(({ words }) => /^(to build|300,000)/.test(words)), 'what is intended or supposed is no claim');
    assert.match(saying('prices will fall').reason, /→ indirect\. “/, 'reasons are sentences of their own');
  });
}
