import { describe, expect, it } from '@jest/globals';
import { Invalid } from '../errors/index.js';
import { readIfMatch, someTagIs } from './entity-tags.js';

describe('If-Match', () => {
  it.each([undefined, '*', ' * '])('allows any version as %j', (header) => {
    expect(readIfMatch(header)).toBeNull();
  });

  it.each([
    ['"3"', true],
    ['"2", "3"', true],
    ['"2","3","4"', true],
    [', "3" ,,', true],
    ['"a,b", "3"', true],
    ['"2", W/"7", "3"', true],
    ['"2"', false],
    ['""', false],
    ['"33"', false],
    ['W/"3"', false],
    ['"a,3"', false],
    ['"2", W/"3"', false],
  ])('as %s is about version 3: %s', (header, isMet) => {
    const tags = readIfMatch(header);
    expect(tags).toBe(header);
    expect(someTagIs(tags ?? '', '"3"')).toBe(isMet);
  });

  it.each([
    '',
    '3',
    '"3',
    '3"',
    '"2" "3"',
    'w/"3"',
    'W/ "3"',
    '*, "3"',
    '"3", *',
    '"3";',
    ',',
    "'3'",
    '"3" x',
    '"a b"',
  ])('is refused as %j', (header) => {
    expect(() => readIfMatch(header)).toThrow(Invalid);
  });

  it('is parsed in linear time, however long and wrong', () => {
    const began = process.threadCpuUsage().user;
    for (const header of [`${' ,'.repeat(8_000)}x`, `${'"a" , '.repeat(3_000)}x`, '"'.repeat(16_000)])
      expect(() => readIfMatch(header)).toThrow(Invalid);
    expect((process.threadCpuUsage().user - began) / 1_000).toBeLessThan(500);
  });
});
