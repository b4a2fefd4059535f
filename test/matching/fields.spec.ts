import { beforeAll, describe, expect, it } from '@jest/globals';
import { TopicPipeline, domainVocabulary } from '#catalog';
import type { Field } from './fields/field.js';
import { fields } from './fields/index.js';

/** Shares that a wrong recommendation being worse than none leaves room for. */
const RIGHT = 0.85;
const WRONG = 0.03;

interface MatchedTopic {
  readonly topic: string;
  readonly recommended: string;
  readonly right: readonly string[];
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

function library({ library: text }: Field): Promise<TopicPipeline> {
  const courses = lines(text).map((line, index) => {
    const [title = '', own = ''] = line.split(/ \[|\]$/);
    return { id: `c${index}`, title, topics: own === '' ? [] : own.split('; ') };
  });
  return TopicPipeline.prepare(courses, domainVocabulary());
}

/** `-` stands for "author one". */
async function matchedTopics(field: Field): Promise<MatchedTopic[]> {
  const pipeline = await library(field);
  return lines(field.topics).map((line) => {
    const [topic = '', right = ''] = line.split(' -> ');
    return { topic, recommended: pipeline.match(topic, null).recommended?.title ?? '-', right: right.split(' | ') };
  });
}

const wrong = ({ recommended, right }: MatchedTopic): boolean => recommended !== '-' && !right.includes(recommended);

describe.each(fields.map((field) => [field.name, field] as const))('topics of a %s', (_name, field) => {
  it('name courses that the library has', async () => {
    const titles = new Set(lines(field.library).map((line) => line.split(' [')[0]));
    const named = (await matchedTopics(field)).flatMap(({ right }) => right).filter((title) => title !== '-');
    expect(named.filter((title) => !titles.has(title))).toEqual([]);
  });

  it('rarely get a wrong course', async () => {
    const all = await matchedTopics(field);
    expect(all.filter(wrong).length).toBeLessThanOrEqual(Math.max(1, all.length * WRONG));
  });
});

describe('topics of all fields', () => {
  let all: MatchedTopic[];

  beforeAll(async () => {
    all = (await Promise.all(fields.map(matchedTopics))).flat();
  });

  it('nearly always get a right course', () => {
    const right = all.filter(({ recommended, right: expected }) => expected.includes(recommended));
    expect(right.length / all.length).toBeGreaterThanOrEqual(RIGHT);
  });

  it('get a wrong course in few cases at most', () => {
    expect(all.filter(wrong).length / all.length).toBeLessThanOrEqual(WRONG);
  });
});
