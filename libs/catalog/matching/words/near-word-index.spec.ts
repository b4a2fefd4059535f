import { describe, expect, it } from '@jest/globals';
import { NearWordIndex, editDistance } from './near-word-index.js';

const near = new NearWordIndex([
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
    ['userr', 'user'],
    ['orientetian', 'orientation'],
    ['lader', 'ladder'],
    ['forlkift', 'forklift'],
    ['ofrklift', 'forklift'],
    ['orklift', 'forklift'],
  ])('%j is corrected to %j', (word, meant) => {
    expect(near.nearest(word)).toBe(meant);
  });

  it.each([
    'sadder',
    'porklift',
    'welding',
    'ledgers',
    'cot',
    '1911',
    'protest',
    'usar',
    'gladder',
    'lookouts',
    'x',
    '',
  ])('%j is left as it is', (word) => {
    expect(near.nearest(word)).toBeNull();
  });
});

describe('words of two indexes', () => {
  const beside = new NearWordIndex(['zeppelin', 'orientatian'], near);

  it.each([
    ['zepelin', 'zeppelin'],
    ['locout', 'lockout'],
    ['orientatin', 'orientatian'],
    ['orienttaion', 'orientation'],
  ])('are searched like one: %j is corrected to %j', (word, meant) => {
    expect(beside.nearest(word)).toBe(meant);
  });

  it('are not searched for an overlong word', () => {
    expect(near.nearest(`${'o'.repeat(60)}rientation`)).toBeNull();
  });
});

describe('the edit distance', () => {
  it.each([
    ['ladder', 'ladder', 0],
    ['lader', 'ladder', 1],
    ['ladedr', 'ladder', 1],
    ['larder', 'ladder', 1],
    ['protecton', 'protections', 2],
    ['', 'abc', 3],
  ])('between %j and %j is %i', (a, b, expected) => {
    expect(editDistance(a, b)).toBe(expected);
    expect(editDistance(b, a)).toBe(expected);
  });
});
