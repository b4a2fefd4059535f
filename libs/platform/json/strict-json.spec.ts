import { describe, expect, it } from '@jest/globals';
import { SAMPLE_OPTIONS, parse, refusalOf } from './sample-parse.js';
import { parseStrictJson } from './strict-json.js';

const { depth: MAX_DEPTH } = SAMPLE_OPTIONS.limits;

const nested = (open: string, inner: string, close: string, levels: number): string =>
  open.repeat(levels) + inner + close.repeat(levels);

describe('a JSON body', () => {
  it('is parsed, and its text kept for storage', () => {
    const text = ' {"event":"signal.incident","data":{"site":"Zürich 東京 🏗","n":[1,-0.5,1e3,true,false,null]}}\n';
    expect(parseStrictJson(Buffer.from(text), SAMPLE_OPTIONS)).toEqual({
      value: { event: 'signal.incident', data: { site: 'Zürich 東京 🏗', n: [1, -0.5, 1000, true, false, null] } },
      text,
    });
  });

  it.each<[string, string | Buffer]>([
    ['nothing', ''],
    ['blanks', ' \n'],
    ['plain text', 'event=signal.incident'],
    ['a trailing comma', '{"a":1,}'],
    ['a comment', '{"a":1}//'],
    ['single quotes', `{'a':1}`],
    ['NaN', '{"a":NaN}'],
    ['two values', '{}{}'],
    ['an open object', '{"a":{"b":1}'],
    ['an open string', '{"a":"b'],
    ['a string that ends in an escaped quote', String.raw`{"a":"b\"}`],
    ['a raw control character in a string', '{"a":"\u0001"}'],
    ['a raw NUL in a string', '{"a":"\u0000"}'],
    ['a byte order mark', '\uFEFF{}'],
    ['a stray continuation byte', Buffer.of(0x22, 0x80, 0x22)],
    ['an overlong slash', Buffer.of(0x22, 0xc0, 0xaf, 0x22)],
    ['a surrogate encoded in UTF-8', Buffer.of(0x22, 0xed, 0xa0, 0x80, 0x22)],
    ['a code point beyond Unicode', Buffer.of(0x22, 0xf5, 0x80, 0x80, 0x80, 0x22)],
    ['a truncated character', Buffer.of(0x22, 0xe2, 0x82, 0x22)],
    ['Latin-1', Buffer.of(0x22, 0xfc, 0x22)],
    ['UTF-16', Buffer.of(0x22, 0x00, 0x61, 0x00, 0x22, 0x00)],
  ])('is not JSON in UTF-8: %s', (_name, body) => {
    expect(refusalOf(body)).toBe('syntax');
  });

  it(`may be nested ${MAX_DEPTH} levels deep, but not deeper`, () => {
    expect(refusalOf(nested('[', '1', ']', 64))).toBeNull();
    expect(refusalOf(nested('{"a":', '1', '}', 64))).toBeNull();
    expect(refusalOf(nested('{"a":[', '1', ']}', 32))).toBeNull();
    const tooDeep = { field: 'body', rule: 'is nested deeper than 64 levels' };
    expect(refusalOf(nested('[', '1', ']', 65))).toEqual(tooDeep);
    expect(refusalOf(nested('{"a":', '1', '}', 65))).toEqual(tooDeep);
    expect(refusalOf(nested('[', '', ']', 10_000))).toEqual(tooDeep);
    expect(refusalOf(nested('{"a":[', '', ']}', 10_000))).toEqual(tooDeep);
    expect(refusalOf('['.repeat(200_000))).toEqual(tooDeep);
  });

  it('may have as many fields in an object and values in all as its limits allow, but not more', () => {
    const object = (fields: number): string =>
      `{${Array.from({ length: fields }, (_value, index) => `"f${index}":{}`).join()}}`;
    const array = (values: number): string => `[${'0,'.repeat(values - 1)}0]`;
    for (const allowed of [object(1_000), `[${object(1_000)},${object(1_000)}]`, array(5_000)])
      expect(refusalOf(allowed)).toBeNull();
    const tooWide = { field: 'body', rule: 'has an object of more than 1000 fields' };
    expect(refusalOf(object(1_001))).toEqual(tooWide);
    expect(refusalOf(`{"a":[${object(10)},${object(1_001)}]}`)).toEqual(tooWide);
    const tooMany = { field: 'body', rule: 'has more than 5000 values' };
    expect(refusalOf(array(5_001))).toEqual(tooMany);
    expect(refusalOf(`[${'[],'.repeat(2_600)}[]]`)).toEqual(tooMany);
  });

  it('is refused by a path of at most 200 characters, however long a name is', () => {
    const field = `${'n'.repeat(200)}…`;
    expect(refusalOf(`{"${'n'.repeat(10_000)}":1e999}`)).toEqual({ field, rule: 'is a number out of range' });
  });

  it('does not count brackets and colons inside strings', () => {
    expect(parse(`{"a":"${'[{:'.repeat(100)}"}`)).toEqual({ a: '[{:'.repeat(100) });
    expect(parse(String.raw`{"a:b":"c\":{[","d\\":"\\"}`)).toEqual({ 'a:b': 'c":{[', 'd\\': '\\' });
    const wide = Array.from({ length: 200 }, () => []);
    expect(parse(JSON.stringify({ wide }))).toEqual({ wide });
  });

  it.each([
    [String.raw`{"a":"\\"}`, { a: '\\' }],
    [String.raw`{"a":"\\\""}`, { a: '\\"' }],
    [String.raw`{"a":"\"","b":"\\\\"}`, { a: '"', b: '\\\\' }],
    [String.raw`{"\\":{"\"":""}}`, { '\\': { '"': '' } }],
    [String.raw`{"a":"\\u0000"}`, { a: String.raw`\u0000` }],
    [String.raw`{"a":"\\ud800"}`, { a: String.raw`\ud800` }],
    ['{"a":"__proto__"}', { a: '__proto__' }],
  ])('may have escaped quotes and backslashes, and forbidden names, in texts: %s', (text, value) => {
    expect(parse(text)).toEqual(value);
  });

  it.each([
    ['at the top', '{"a":1,"b":2,"a":3}'],
    ['equal ones too', '{"a":1,"a":1}'],
    ['in an inner object', '{"data":{"payload":{"x":1,"x":2}}}'],
    ['in an object in an array', '[1,[{"x":1,"x":2}]]'],
    ['in a value that is overwritten', '{"a":{"x":1},"b":0,"a":{"x":1}}'],
    ['written with an escape', String.raw`{"topic":"A","top\u0069c":"B"}`],
    ['empty ones', '{"":1,"":2}'],
    ['of the prototype', '{"constructor":1,"constructor":2}'],
    ['that are numbers', '{"1":1,"0":0,"1":2}'],
  ])('must not repeat a name in an object: %s', (_name, text) => {
    expect(refusalOf(text)).toEqual({ field: 'body', rule: 'has an object with the same name twice' });
  });

  it("may have the same name in different objects, and names of an object's methods", () => {
    expect(refusalOf('{"a":{"a":[{"a":1},{"a":1}]}}')).toBeNull();
    expect(refusalOf('{"constructor":{"prototype":{}},"toString":1,"hasOwnProperty":1,"length":1}')).toBeNull();
  });

  it.each([
    '{"__proto__":{"a":1}}',
    String.raw`{"\u005f_proto__":null}`,
    String.raw`{"\u005F\u005Fproto\u005F\u005F":1}`,
  ])('must not contain the name __proto__: %s', (text) => {
    const rule = 'is a name that is not allowed';
    expect(refusalOf(text)).toEqual({ field: '__proto__', rule });
    expect(refusalOf(`{"data":{"payload":[0,${text}]}}`)).toEqual({ field: 'data.payload.1.__proto__', rule });
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  it('must not contain NUL, escaped in a text or a name', () => {
    const rule = String.raw`has a NUL character (\u0000)`;
    expect(refusalOf(String.raw`{"data":{"note":"a\u0000b"}}`)).toEqual({ field: 'data.note', rule });
    expect(refusalOf(String.raw`{"a\u0000":1}`)).toEqual({ field: String.raw`a\u0000`, rule });
  });

  it('must not contain a lone surrogate, but may contain a pair', () => {
    const half = { rule: 'has half of a surrogate pair' };
    expect(refusalOf(String.raw`{"a":"\ud83d"}`)).toEqual({ field: 'a', ...half });
    expect(refusalOf(String.raw`{"a":"\ude00\ud83d"}`)).toEqual({ field: 'a', ...half });
    expect(refusalOf(String.raw`{"a":["x\uDFFFy"]}`)).toEqual({ field: 'a.0', ...half });
    expect(refusalOf(String.raw`{"\ud800":1}`)).toEqual({ field: '\uFFFD', ...half });
    expect(parse(String.raw`{"a":"\ud83d\ude00"}`)).toEqual({ a: '😀' });
  });

  it('must not contain a number beyond a double', () => {
    const rule = 'is a number out of range';
    expect(refusalOf('{"data":{"n":1e999}}')).toEqual({ field: 'data.n', rule });
    expect(refusalOf('[-1e309]')).toEqual({ field: '0', rule });
    for (const unnamed of ['1e999', '{"":1e999}']) expect(refusalOf(unnamed)).toEqual({ field: 'body', rule });
    expect(refusalOf('{"data":{"":1e999}}')).toEqual({ field: 'data.', rule });
    expect(parse('[1.7976931348623157e308]')).toEqual([Number.MAX_VALUE]);
  });
});
