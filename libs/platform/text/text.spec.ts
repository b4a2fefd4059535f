import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { IsIn, validateSync } from 'class-validator';
import {
  CommaSeparated,
  Email,
  IfGiven,
  OptionalText,
  Text,
  UNSTORABLE,
  VerbatimText,
  containing,
  isStorable,
  literally,
} from './index.js';

const HALVES = ['\ud83d', '\ude00', '\ude00\ud83d'];

class Fields {
  @IfGiven()
  @Text()
  text?: unknown;

  @IfGiven()
  @Text({ each: true })
  texts?: unknown;

  @OptionalText()
  optional?: unknown;

  @VerbatimText()
  verbatim?: unknown;

  @IfGiven()
  @Email()
  email?: unknown;

  @IfGiven()
  @CommaSeparated()
  @IsIn(['a', 'b'], { each: true })
  several?: unknown;
}

function read(body: object): { fields: Fields; refused: string[] } {
  const fields = plainToInstance(Fields, body);
  return { fields, refused: validateSync(fields).map(({ property }) => property) };
}

describe('text that can be stored', () => {
  it.each(['', 'a', 'ä', '\u0001', '😀', 'line\nbreak', '\uffff'])('is %j', (text) => {
    expect(isStorable(text)).toBe(true);
  });

  it.each(['\0', 'a\0b', ...HALVES, `😀${HALVES[0]}`])('is not %j', (text) => {
    expect(isStorable(text)).toBe(false);
  });
});

describe('a field of text', () => {
  it.each([
    [{ text: 4711 }, 'must be text'],
    [{ text: ['a', 'b'] }, 'must be text'],
    [{ texts: ['a', 4711] }, 'must be text'],
    [{ text: 'a\0b' }, UNSTORABLE],
    [{ texts: ['a', 'a\0b'] }, UNSTORABLE],
  ])('%j is refused by the rule that it breaks', (body, rule) => {
    const [error] = validateSync(plainToInstance(Fields, body));
    expect(error?.constraints).toEqual({ matches: rule });
  });

  it('is trimmed, alone, in an array and if blank clears it, unless it is verbatim', () => {
    const { fields, refused } = read({ text: ' a ', texts: [' a', 'b '], optional: ' a ', verbatim: ' a ' });
    expect(refused).toEqual([]);
    expect(fields).toEqual(
      Object.assign(new Fields(), { text: 'a', texts: ['a', 'b'], optional: 'a', verbatim: ' a ' }),
    );
    expect(read({ optional: '  ', verbatim: null })).toEqual({
      fields: Object.assign(new Fields(), { optional: null, verbatim: null }),
      refused: [],
    });
  });

  it.each(['\0', ...HALVES, 7, true, {}, [['a']]])('is refused by name if it is %j', (value) => {
    expect(read({ text: value, texts: [value], optional: value, verbatim: value }).refused).toEqual([
      'text',
      'texts',
      'optional',
      'verbatim',
    ]);
  });

  it('may be omitted, but not be null unless it is optional', () => {
    expect(read({}).refused).toEqual([]);
    expect(read({ text: null, texts: null, optional: null, verbatim: null, several: null }).refused).toEqual([
      'text',
      'texts',
      'several',
    ]);
  });
});

describe('an e-mail address', () => {
  it('is an address, and anything else is refused by name', () => {
    expect(read({ email: 'ada@example.com' }).refused).toEqual([]);
    for (const half of ['\0', ...HALVES]) {
      for (const email of [
        half,
        `${half}@example.com`,
        `a@${half}.com`,
        `"${half}"@example.com`,
        `ada@example.com${half}`,
      ])
        expect(read({ email }).refused).toEqual(['email']);
    }
    for (const email of [null, 7, '', 'ada', ['ada@example.com']]) expect(read({ email }).refused).toEqual(['email']);
  });
});

describe('several values in one text', () => {
  it('are separated by commas, and each is validated', () => {
    expect(read({ several: 'a, b' })).toMatchObject({ fields: { several: ['a', 'b'] }, refused: [] });
    for (const several of ['', 'a,', 'a,c', 'a\0', 7]) expect(read({ several }).refused).toEqual(['several']);
  });
});

describe('a LIKE pattern', () => {
  it('matches each character of a text literally', () => {
    expect(literally(String.raw`50%_\$&`)).toBe(String.raw`50\%\_\\$&`);
    expect(containing('a_b')).toBe(String.raw`%a\_b%`);
  });
});
