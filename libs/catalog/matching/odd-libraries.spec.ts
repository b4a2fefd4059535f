import { beforeAll, describe, expect, it } from '@jest/globals';
import { MIB } from './bytes.js';
import { parseName } from './parsing/parse-name.js';
import type { MatchableCourse } from './topic-matcher.js';
import { TopicPipeline } from './topic-pipeline.js';
import { readConcepts } from './vocabulary/data-files.js';
import { domainVocabulary } from './vocabulary/domain-vocabulary.js';

const vocabulary = domainVocabulary();
const known = [...vocabulary.words].filter((word) => /^[a-z]{4,}$/.test(word));
const terms = readConcepts().flatMap(({ terms: of }) => of);

/** The same numbers at every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
const next = numbers(1);
const pick = (from: readonly string[]): string => from[next(from.length)] ?? '';
const letter = (): string => String.fromCharCode(97 + next(26));

const letters = (count: number): string => Array.from({ length: count }, letter).join('');

/** Words until a name is as long as a topic may be. */
function fill(word: () => string): string {
  let name = word();
  for (let more = word(); name.length + 1 + more.length <= 255; more = word()) name += ` ${more}`;
  return name.slice(0, 255);
}

function misspelt(word: string): string {
  const at = next(word.length);
  return `${word.slice(0, at)}${letter()}${word.slice(at + 1)}`;
}

/** Names that take as much time or memory as a name can. */
const ODD: Readonly<Record<string, () => string>> = {
  'misspelt words': () => fill(() => misspelt(pick(known))),
  'pieces of known words': () => fill(() => Array.from({ length: 3 }, () => pick(known).slice(0, 4)).join('')),
  letters: () => fill(letter),
  ideographs: () => fill(() => String.fromCharCode(0x4e_00 + next(20_000))),
  terms: () => fill(() => pick(terms)),
  'two long words': () => `${letters(127)} ${letters(127)}`,
  'squared words (U+33xx)': () => Array.from({ length: 255 }, () => String.fromCharCode(0x33_00 + next(0x58))).join(''),
  'ligatures (U+FDFA)': () => '\ufdfa '.repeat(127),
  codes: () => fill(() => `ab${100 + next(900)}`),
};

function library(name: () => string, courses = 6): MatchableCourse[] {
  return Array.from({ length: courses }, (_value, index) => {
    return { id: `c${index}`, title: name().slice(0, 200), topics: Array.from({ length: 50 }, name) };
  });
}

/**
 * Processor time of this thread in milliseconds: other processes on the machine hardly change it. The time of the
 * kernel is left out, as it grows where memory is short.
 */
function processorTime(): number {
  return process.threadCpuUsage().user / 1_000;
}

/** The result, and the longest processor time between two ticks of a timer, in milliseconds. */
async function longestBlock<Result>(run: () => Promise<Result>): Promise<{ result: Result; longest: number }> {
  let longest = 0;
  let last = processorTime();
  const tick = (): void => {
    longest = Math.max(longest, processorTime() - last);
    last = processorTime();
  };
  const timer = setInterval(tick, 1);
  const result = await run();
  clearInterval(timer);
  tick();
  return { result, longest };
}

describe.each(Object.keys(ODD))('a library whose names are %s', (kind) => {
  const name = ODD[kind] ?? letter;
  const courses = library(name);
  const last = { id: 'last', title: 'Zeppelin Mooring', topics: [] };
  const blocks: number[] = [];
  let pipeline: TopicPipeline;

  const prepare = async (of: readonly MatchableCourse[]): Promise<TopicPipeline> => {
    const { result, longest } = await longestBlock(() => TopicPipeline.prepare(of, vocabulary));
    blocks.push(longest);
    return result;
  };
  beforeAll(async () => {
    pipeline = await prepare([...courses, last]);
  });

  it('never blocks the event loop for long while it is prepared', async () => {
    // A garbage collection may lengthen a block of one run, but not of all five. Names that were read before are not
    // read again.
    while (blocks.length < 5 && Math.min(...blocks) >= 150) await prepare(library(name));
    expect(Math.min(...blocks)).toBeLessThan(150);
  });

  it('is matched with a topic of the same kind in a fraction of a second', () => {
    const took = Array.from({ length: 10 }, name).map((topic) => {
      const before = processorTime();
      pipeline.match(topic, null);
      return processorTime() - before;
    });
    // Compilation and garbage collection make some of them slower, and all of them take longer on a slow machine.
    expect(took.toSorted((a, b) => a - b)[2]).toBeLessThan(300);
  });

  it('still finds courses with an equal name', () => {
    const topic = courses.at(-1)?.topics.at(-1) ?? '';
    expect(pipeline.match('zeppelin mooring', null).recommended?.courseId).toBe('last');
    expect(pipeline.match(topic, null).candidates.map(({ score }) => score)).toContain(1);
  });
});

describe('a library that exceeds its memory', () => {
  it('is matched by its titles, and by the topics that fit', async () => {
    // Of all odd names, these need the most memory for the time in which they are read.
    const name = ODD['two long words'] ?? letter;
    const courses = [...library(name, 170), { id: 'last', title: 'Zeppelin Mooring', topics: ['Dirigible Berthing'] }];
    const pipeline = await TopicPipeline.prepare(courses, vocabulary);
    expect(pipeline.bytes).toBeLessThan(44 * MIB);
    expect(pipeline.skippedNames).toBeGreaterThan(0);
    expect(pipeline.match('Zeppelin Mooring', null).recommended?.courseId).toBe('last');
    expect(pipeline.match('Dirigible Berthing', null).recommended).toBeNull();
  });
});

describe('an odd name', () => {
  it.each(Object.entries(ODD))('of %s is read up to twenty units and three hundred characters', (_kind, name) => {
    const { units, normalized, core } = parseName(name(), vocabulary);
    expect(units.length).toBeLessThanOrEqual(20);
    expect(normalized.length).toBeLessThanOrEqual(300);
    expect(core.length).toBeLessThanOrEqual(320);
  });
});
