import { describe, expect, it } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tokenize } from './parsing/tokenize.js';
import { toConcept } from './vocabulary/concept.js';
import { readEvents } from './vocabulary/data-files.js';
import { domainVocabulary } from './vocabulary/domain-vocabulary.js';
import { EventWords } from './vocabulary/event-words.js';
import { Vocabulary } from './vocabulary/vocabulary.js';

const vocabulary = new Vocabulary([toConcept({ name: 'truck hit a rack' }), toConcept({ name: 'person struck' })]);
const events = new EventWords(
  {
    words: { truck: ['pallet truck', 'carretilla'], hits: ['hit', 'golpeó'], rack: ['rack'], person: ['man', 'rack'] },
    events: [
      { mechanism: 'truck hit a rack', has: ['truck', 'hits', 'rack'] },
      { mechanism: 'person struck', has: ['hits', 'person'] },
      { mechanism: 'left out of the vocabulary', has: ['hits', 'truck'] },
    ],
  },
  vocabulary,
);
const find = (topic: string): [mechanism: string, words: string] | null => {
  const found = events.find(tokenize(topic, null));
  return found === null
    ? null
    : [vocabulary.concept(found.mechanism).name, found.tokens.map(({ original }) => original).join(' ')];
};

describe('the words of an event', () => {
  it.each([
    ['Operator hit the rack with his pallet truck', 'truck hit a rack', 'hit rack pallet truck'],
    ['La carretilla golpeó un rack', 'truck hit a rack', 'carretilla golpeo rack'],
    ['Pallet truck hits man beside rack', 'truck hit a rack', 'pallet truck hits rack'],
    ['Man was hit', 'person struck', 'man hit'],
  ])('name a mechanism in any order, the first of the data: %j', (topic, mechanism, words) => {
    expect(find(topic)).toEqual([mechanism, words]);
  });

  it.each([
    'Pallet truck',
    'Pallet truck hit something',
    'Hit by day, bay, dock, gate, lift, door, hall, yard, ramp, shed, man',
  ])('name none if one is missing or far away, or its mechanism is left out: %j', (topic) => {
    expect(find(topic)).toBeNull();
  });

  it('count once', () => {
    const twice = new EventWords(
      { words: { one: ['rack'], other: ['rack'] }, events: [{ mechanism: 'person struck', has: ['one', 'other'] }] },
      vocabulary,
    );
    expect(twice.find(tokenize('rack', null))).toBeNull();
    expect(twice.find(tokenize('rack in rack', null))).not.toBeNull();
  });
});

describe('the data file of events', () => {
  const data = readEvents();

  it('names mechanisms of the vocabulary, and uses all lists of words', () => {
    const kinds = new Map(domainVocabulary().concepts.map(({ name, kind }) => [name, kind]));
    expect(data.events.map(({ mechanism }) => mechanism).filter((name) => kinds.get(name) !== 'mechanism')).toEqual([]);
    const used = new Set(data.events.flatMap(({ has }) => has));
    expect(Object.keys(data.words).filter((list) => !used.has(list))).toEqual([]);
  });

  it('has one list and one event a line', () => {
    const entries = [...Object.entries(data.words).map((list) => Object.fromEntries([list])), ...data.events];
    const lines = readFileSync('libs/catalog/matching/vocabulary/data/events.json', 'utf8').split('\n');
    const entryLines = lines.filter((line) => /^ {4}["{]/.test(line)).map((line) => line.trim().replace(/,$/, ''));
    const parsed = entryLines.map((line): unknown => JSON.parse(line.startsWith('{') ? line : `{${line}}`));
    expect(parsed).toEqual(entries);
  });

  it('fails on a list that is missing, with the file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'events-'));
    try {
      cpSync('libs/catalog/matching/vocabulary/data/schemas', join(folder, 'schemas'), { recursive: true });
      const content = { title: 'Events', source: 'a test of the loader', words: { hits: ['hit'] } };
      const event = { mechanism: 'person struck', has: ['hits', 'persons'] };
      writeFileSync(join(folder, 'events.json'), JSON.stringify({ ...content, events: [event] }));
      expect(() => readEvents(pathToFileURL(`${folder}/`))).toThrow(/events\.json: there are no words "persons"/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
