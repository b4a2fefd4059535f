import { afterAll, describe, expect, it } from '@jest/globals';
import { Ajv, type AnySchemaObject } from 'ajv';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cleanText } from '../words/clean-text.js';
import { credentialWords } from '../words/word-lists.js';
import { type Word, normalizeText, splitWords } from '../words/split-words.js';
import { stem } from '../words/stem.js';
import { readConcepts, readDictionaries } from './data-files.js';
import { translator } from './translator.js';
import { Vocabulary } from './vocabulary.js';

const DATA = 'libs/catalog/matching/vocabulary/data';

const repeated = <T>(values: readonly T[]): T[] => values.filter((value, index) => values.indexOf(value) !== index);
const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const filesIn = (folder: string): string[] => readdirSync(join(DATA, folder)).map((file) => file.replace('.json', ''));

describe('the data files of the vocabulary', () => {
  const all = readConcepts();
  const vocabulary = new Vocabulary(all);
  const concepts = [...all.entries()];
  const index = readJson(`${DATA}/vocabulary.json`) as Record<'concepts' | 'dictionaries', string[]>;

  it.each(readdirSync(`${DATA}/schemas`))('have a valid schema: %s', (schema) => {
    const content = readJson(`${DATA}/schemas/${schema}`) as AnySchemaObject;
    expect(() => new Ajv({ strict: true }).compile(content)).not.toThrow();
  });

  it.each(['concepts', 'dictionaries'] as const)('are all listed in vocabulary.json: %s', (folder) => {
    expect(index[folder].toSorted()).toEqual(filesIn(folder).toSorted());
  });

  it.each(['concepts', 'dictionaries'].flatMap((folder) => filesIn(folder).map((file) => `${folder}/${file}.json`)))(
    'have one entry a line: %s',
    (file) => {
      const { concepts: terms, entries } = readJson(join(DATA, file)) as Record<string, unknown[]>;
      const lines = readFileSync(join(DATA, file), 'utf8').split('\n');
      const entryLines = lines.filter((line) => line.startsWith('    {')).map((line) => line.replace(/,$/, ''));
      expect(entryLines.map((line): unknown => JSON.parse(line))).toEqual(terms ?? entries);
    },
  );

  it('have no term that consists of words about credentials, which every topic may contain', () => {
    const found = concepts.flatMap(([id, { name }]) =>
      vocabulary
        .termsOf(id)
        .filter((term) => term.length > 0 && term.every((word) => credentialWords.has(word)))
        .map((term) => `${name}: ${term.join(' ')}`),
    );
    expect(found).toEqual([]);
  });

  it('have no concept with the same term twice', () => {
    expect(concepts.flatMap(([, { name, terms }]) => repeated(terms).map((term) => `${name}: ${term}`))).toEqual([]);
  });

  it('have no alias that a dictionary translates to the name of another concept, which would have both meanings', () => {
    const stems = (words: ReadonlyArray<{ readonly text: string }>): string =>
      words.map(({ text }) => stem(text)).join(' ');
    const wordsOf = (term: string): Word[] => splitWords(cleanText(term));
    const named = new Map(concepts.map(([, { name }]) => [stems(wordsOf(name)), name]));
    const found = concepts.flatMap(([, { name, terms }]) =>
      terms.slice(1).flatMap((alias) => {
        const english = stems(translator().translate(wordsOf(alias)));
        const other = english === stems(wordsOf(alias)) ? undefined : named.get(english);
        return other === undefined || other === name ? [] : [`${name}: ${alias} (${other})`];
      }),
    );
    // What people fall from is what fall protection is for.
    expect(found).toEqual(['fall from height: chute de hauteur (fall protection)']);
  });

  it('have no concept that is broader than itself', () => {
    expect(concepts.filter(([id]) => vocabulary.broader(id).has(id)).map(([, { name }]) => name)).toEqual([]);
  });

  it.each(readDictionaries().map((dictionary) => [dictionary.title, dictionary] as const))(
    'translate each word and each English term once: %s',
    (_title, { entries }) => {
      expect(repeated(entries.flatMap(({ words }) => words.map(normalizeText)))).toEqual([]);
      expect(repeated(entries.map(({ english }) => english))).toEqual([]);
    },
  );
});

describe('reading a data file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vocabulary-'));
  const url = pathToFileURL(`${folder}/`);
  const head = { title: 'Trucks', source: 'a test of the loader', kind: 'subject' };
  const write = (file: string, content: unknown): void =>
    writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));

  cpSync(DATA, folder, { recursive: true });
  write('vocabulary.json', { concepts: ['trucks', 'cranes'], dictionaries: ['elvish'] });
  write('concepts/cranes.json', { ...head, concepts: [{ name: 'crane' }] });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('returns the concepts in the order of the files', () => {
    write('concepts/trucks.json', { ...head, concepts: [{ name: 'forklift', aliases: ['FLT'] }] });
    expect(readConcepts(url)).toEqual([
      { name: 'forklift', kind: 'subject', terms: ['forklift', 'FLT'], broader: [], related: [], trainedBy: [] },
      { name: 'crane', kind: 'subject', terms: ['crane'], broader: [], related: [], trainedBy: [] },
    ]);
  });

  it.each([
    ['an unknown kind', { kind: 'topic', concepts: [{ name: 'forklift' }] }, /\/kind must be equal to one of/],
    ['a misspelt property', { concepts: [{ name: 'forklift', alias: ['FLT'] }] }, /\/concepts\/0 must NOT .*"alias"/],
    ['a concept without a name', { concepts: [{ aliases: ['FLT'] }] }, /\/concepts\/0 must have .*'name'/],
    ['a term twice', { concepts: [{ name: 'forklift', aliases: ['FLT', 'FLT'] }] }, /\/concepts\/0\/aliases must NOT/],
    ['a term with a blank at its end', { concepts: [{ name: 'forklift ' }] }, /\/concepts\/0\/name must match/],
    ['no source', { source: '', concepts: [{ name: 'forklift' }] }, /\/source must NOT have fewer than/],
    ['a name of another file', { concepts: [{ name: 'forklift' }, { name: 'crane' }] }, /"crane" is already a concept/],
  ])('fails on %s, with the file and the place', (_fault, content, message) => {
    write('concepts/trucks.json', { ...head, ...content });
    expect(() => readConcepts(url)).toThrow(message);
    expect(() => readConcepts(url)).toThrow(/concepts\/(?:trucks|cranes)\.json/);
  });

  it('fails on a file that is not JSON or is missing, with its name', () => {
    write('concepts/trucks.json', '{ "title": ');
    expect(() => readConcepts(url)).toThrow(/concepts\/trucks\.json cannot be read: SyntaxError/);
    expect(() => readDictionaries(url)).toThrow(/dictionaries\/elvish\.json cannot be read: .*ENOENT/);
  });

  it('fails on a dictionary entry without a translation', () => {
    write('dictionaries/elvish.json', {
      title: 'Elvish',
      source: 'a test of the loader',
      entries: [{ english: 'friend' }],
    });
    expect(() => readDictionaries(url)).toThrow(/dictionaries\/elvish\.json .*\/entries\/0 must have .*'words'/);
  });
});
