import { expect, it } from '@jest/globals';
import { JsonRuleError } from './json-limits.js';
import { SAMPLE_OPTIONS } from './sample-parse.js';
import { parseStrictJson } from './strict-json.js';

const parse = (text: string): unknown => {
  const limits = { ...SAMPLE_OPTIONS.limits, exponents: 1_000 };
  return parseStrictJson(Buffer.from(text), { ...SAMPLE_OPTIONS, limits }).value;
};

it.each([
  '[1e-999, 1E+1]',
  '[1e-0500, 2.5e0200]',
  '{"e9999": "1e-9999", "a": [true, false]}',
  `[${'0.5, '.repeat(2_000)}1]`,
  // As programs write measured values.
  `[${'1.234560e-05, '.repeat(300)}1]`,
])('numbers may have exponents that add up to the limit, or to the length of the text: %s', (text) => {
  expect(parse(text)).toEqual(JSON.parse(text));
});

it.each([
  '[1e-999, 1E+2]',
  '[0e-16383]',
  `[1e-${'9'.repeat(40)}]`,
  `[1e-${'0'.repeat(40)}1001]`,
  `[${'1e-101, '.repeat(10)}1]`,
])('numbers are refused if their exponents exceed the limit: %s', (text) => {
  expect(() => parse(text)).toThrow(new JsonRuleError('body', 'has numbers whose exponents exceed 1000 in all'));
});
