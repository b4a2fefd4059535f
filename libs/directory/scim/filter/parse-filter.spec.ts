import { describe, expect, it } from '@jest/globals';
import { type FilterNode, parseFilter } from './parse-filter.js';

/** `or` and `and` of a filter as nested lists, its comparisons as text. */
const outline = (node: FilterNode): unknown => {
  if ('any' in node) return node.any.length === 1 ? node.any.map(outline)[0] : { or: node.any.map(outline) };
  if ('all' in node) return node.all.length === 1 ? node.all.map(outline)[0] : { and: node.all.map(outline) };
  const { path, operator, value, isNegated } = node;
  const words = [isNegated ? 'not' : '', path, operator, value === undefined ? '' : JSON.stringify(value)];
  return words.filter((word) => word !== '').join(' ');
};
const invalid = (detail: string | RegExp): unknown =>
  expect.objectContaining({ status: 400, scimType: 'invalidFilter', message: expect.stringMatching(detail) });
const times = (count: number, text: string, by: string): string => Array.from({ length: count }, () => text).join(by);

describe('a filter', () => {
  it.each<[string, unknown]>([
    ['userName eq "ada"', 'userName eq "ada"'],
    ['USERNAME EQ ada', 'USERNAME eq "ada"'],
    ['title pr', 'title pr'],
    ['a eq 1 and b eq true or not c eq null', { or: [{ and: ['a eq 1', 'b eq true'] }, 'not c eq null'] }],
    [
      'a eq "1" and (b eq "2" or (c eq "3" and d pr))',
      { and: ['a eq "1"', { or: ['b eq "2"', { and: ['c eq "3"', 'd pr'] }] }] },
    ],
    ['emails[type eq "work" and value co "@"]', { and: ['emails.type eq "work"', 'emails.value co "@"'] }],
    [
      'emails[type eq "work"].value eq "a" or b pr',
      { or: [{ and: ['emails.type eq "work"', 'emails.value eq "a"'] }, 'b pr'] },
    ],
    ['title eq "(a and b] or \\"', 'title eq "(a and b] or \\\\"'],
    ['title eq "the \\"A\\" team" and b pr', { and: ['title eq "the \\"A\\" team"', 'b pr'] }],
    ['(title eq "ACME\\\\ada") or title eq "ACME\\ada"', { or: ['title eq "ACME\\\\ada"', 'title eq "ACME\\\\ada"'] }],
    [
      'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "a"',
      'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "a"',
    ],
  ])('is read: %s', (text, expected) => {
    expect(outline(parseFilter(text))).toEqual(expected);
  });

  it.each([
    '',
    'a',
    'a eq',
    'a eq "',
    'a xx "b"',
    'a constructor "b"',
    'a eq "b" and',
    '(a pr',
    'a pr)',
    'a pr b pr',
    'a[b pr',
    'a[b pr] c',
    '.a pr',
    'a eq .b',
    'not (a pr)',
    'not a[b pr]',
    'a eq "b" ; drop',
    '"a" eq "b"',
    '[a pr]',
    'a\\ eq "b"',
  ])('is refused: %s', (text) => {
    expect(() => parseFilter(text)).toThrow(invalid(''));
  });

  it('has as many characters, comparisons and brackets as its limits allow, but no more', () => {
    expect(() => parseFilter(`a eq "${'x'.repeat(1_993)}"`)).not.toThrow();
    expect(() => parseFilter(`a eq "${'x'.repeat(1_994)}"`)).toThrow(invalid('at most 2000 characters'));
    for (const by of [' and ', ' or ']) {
      expect(() => parseFilter(times(50, 'a eq "b"', by))).not.toThrow();
      expect(() => parseFilter(times(51, 'a eq "b"', by))).toThrow(invalid('at most 50 comparisons'));
    }
    expect(() => parseFilter(`${'('.repeat(5)}a pr${')'.repeat(5)}`)).not.toThrow();
    for (const [open, close] of [
      ['(', ')'],
      ['a[', ']'],
    ] as const)
      expect(() => parseFilter(`${open.repeat(6)}a pr${close.repeat(6)}`)).toThrow(
        invalid('at most 5 levels of brackets'),
      );
  });

  // The library's parser takes five seconds and more for each of these.
  it.each<[string, string]>([
    ['an unterminated text of backslashes', `a eq "${'\\a'.repeat(30)}`],
    ['an unterminated text of line feeds', `a eq "${'\n'.repeat(30)}`],
    ['such a text inside a group', `x pr and (a eq "${'\\a'.repeat(30)}) and b eq ""`],
    ['14 groups of two', times(14, '(a pr or b pr)', ' and ')],
  ])('is parsed or refused in no time: %s', (_what, text) => {
    const began = process.threadCpuUsage().user;
    try {
      parseFilter(text);
    } catch (error) {
      expect(error).toEqual(invalid(''));
    }
    expect((process.threadCpuUsage().user - began) / 1_000).toBeLessThan(1_000);
  });

  it('repeats little of itself in an error', () => {
    expect(() => parseFilter(`a ${'x'.repeat(1_900)} "b"`)).toThrow(invalid(/^.{0,200}$/));
  });
});
