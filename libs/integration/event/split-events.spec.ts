import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { elementsOf, linesOf } from './split-events.js';
import { JsonSyntaxError } from '#platform/json';

const elements = (text: string): string[] => [...elementsOf(Buffer.from(text))].map(String);
const lines = (text: string): string[] => [...linesOf(Buffer.from(text))].map(String);

describe('the elements of an array', () => {
  it.each([
    ['[]', []],
    [' [ \n ] ', []],
    ['[{"a":1},{"b":2}]', ['{"a":1}', '{"b":2}']],
    ['[1, [2, 3], {"x":[4, 5]}]', ['1', ' [2, 3]', ' {"x":[4, 5]}']],
    ['[",]", "\\",[", "\\\\"]', ['",]"', ' "\\",["', ' "\\\\"']],
  ])('of %s are what stands between its commas', (text, expected) => {
    expect(elements(text)).toEqual(expected);
  });

  it.each(['[', '[1', '[1,', '["a]', '[{"a":1}', '[1] x', '[1][2]', '[[1]'])('of %s are refused', (text) => {
    expect(() => elements(text)).toThrow(JsonSyntaxError);
  });

  it.each(['[,]', '[1,]', '[,1]', '[1,,2]'])('of %s leave a blank where there is none, for the parser to refuse', (text) => {
    expect(elements(text).filter((element) => element.trim() === '').length).toBeGreaterThan(0);
  });

  it('are those of JSON.parse, whatever the array', () => {
    fc.assert(fc.property(fc.array(fc.jsonValue()), fc.constantFrom(0, 2), (values, indent) => {
      expect(elements(JSON.stringify(values, null, indent)).map((element) => JSON.parse(element) as unknown)).toEqual(JSON.parse(JSON.stringify(values)));
    }));
  });
});

describe('the lines of NDJSON', () => {
  it.each([
    ['', []],
    ['\n \r\n\n', []],
    ['{"a":1}\n{"b":2}', ['{"a":1}', '{"b":2}']],
    ['{"a":1}\r\n\r\n{"b":2}\n', ['{"a":1}\r', '{"b":2}']],
  ])('of %j are those that are not blank', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});
