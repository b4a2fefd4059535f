import { describe, expect, it } from '@jest/globals';
import { NearWords, slips } from './near-words.js';

const near = new NearWords([
  'orientation',
  'orientacion',
  'protection',
  'preparedness',
  'precautions',
  'lockout',
  'user',
  'ladder',
  'forklift',
  'cat',
  '1910',
]);

describe('a misspelt word', () => {
  it.each([
    ['orienttaion', 'orientation'],
    ['protecton', 'protection'],
    ['prparedness', 'preparedness'],
    ['precautios', 'precautions'],
    ['locout', 'lockout'],
    ['usir', 'user'],
    ['lader', 'ladder'],
    ['forlkift', 'forklift'],
  ])('%j is read as %j', (word, meant) => {
    expect(near.nearest(word)).toBe(meant);
  });

  it.each(['welding', 'ledgers', 'cot', '1911', 'protest', 'x', ''])('%j is left as it is', (word) => {
    expect(near.nearest(word)).toBeNull();
  });
});

describe('words of two indexes', () => {
  const beside = new NearWords(['zeppelin', 'orientatian'], near);

  it.each([
    ['zepelin', 'zeppelin'],
    ['locout', 'lockout'],
    ['orientatin', 'orientatian'],
    ['orienttaion', 'orientation'],
  ])('are found as if they were in one: %j is read as %j', (word, meant) => {
    expect(beside.nearest(word)).toBe(meant);
  });

  it('are not searched where the word is no word of any language', () => {
    expect(near.nearest(`${'o'.repeat(60)}rientation`)).toBeNull();
  });
});

describe('slips', () => {
  it.each([
    ['ladder', 'ladder', 0],
    ['lader', 'ladder', 1],
    ['ladedr', 'ladder', 1],
    ['larder', 'ladder', 1],
    ['protecton', 'protections', 2],
    ['', 'abc', 3],
  ])('between %j and %j are %i', (a, b, expected) => {
    expect(slips(a, b)).toBe(expected);
    expect(slips(b, a)).toBe(expected);
  });
});
