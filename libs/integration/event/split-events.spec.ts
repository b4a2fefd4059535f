import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseBatch } from './parse-batch.js';
import { elementsOf, linesOf } from './split-events.js';
import { JsonSyntaxError } from '#platform/json';

const found = (pieces: Iterable<Buffer | null>): string[] =>
  [...pieces].flatMap((piece) => (piece === null ? [] : piece.toString()));
const elements = (text: string): string[] => found(elementsOf(Buffer.from(text)));
const lines = (text: string): string[] => found(linesOf(Buffer.from(text)));

describe('the elements of an array', () => {
  it.each([
    ['[]', []],
    [' [ \n ] ', []],
    ['[{"a":1},{"b":2}]', ['{"a":1}', '{"b":2}']],
    ['[1, [2, 3], {"x":[4, 5]}]', ['1', ' [2, 3]', ' {"x":[4, 5]}']],
    ['[",]", "\\",[", "\\\\"]', ['",]"', ' "\\",["', ' "\\\\"']],
  ])('of %s are the texts between its commas', (text, expected) => {
    expect(elements(text)).toEqual(expected);
  });

  it.each(['[', '[1', '[1,', '["a]', '[{"a":1}', '[1] x', '[1][2]', '[[1]', '[1}', '[{"a":1}}'])(
    'are refused: %s',
    (text) => {
      expect(() => elements(text)).toThrow(JsonSyntaxError);
    },
  );

  it.each(['[,]', '[1,]', '[,1]', '[1,,2]'])('of %s include empty text, for the parser to refuse', (text) => {
    expect(elements(text).filter((element) => element.trim() === '').length).toBeGreaterThan(0);
  });

  it('equal those of JSON.parse for any array', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.constantFrom(0, 2), (values, indent) => {
        expect(elements(JSON.stringify(values, null, indent)).map((element) => JSON.parse(element) as unknown)).toEqual(
          JSON.parse(JSON.stringify(values)),
        );
      }),
    );
  });
});

describe('the lines of NDJSON', () => {
  it.each([
    ['', []],
    ['\n \r\n\n', []],
    ['{"a":1}\n{"b":2}', ['{"a":1}', '{"b":2}']],
    ['{"a":1}\r\n\r\n{"b":2}\n', ['{"a":1}\r', '{"b":2}']],
    ['\n\n  {"a":1} \n \n\t{"b":2}', ['  {"a":1} ', '\t{"b":2}']],
  ])('of %j exclude blank lines', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });
});

const STEP = 64 * 1_024;
const STEPS = 16;
const LONG = STEP * STEPS;

describe('a long body', () => {
  it.each([
    ['blank before an array', `${' '.repeat(LONG)}[]`, elementsOf],
    ['blank behind an array', `[]${'\n'.repeat(LONG)}`, elementsOf],
    ['blank within an array', `[${'\t'.repeat(LONG)}]`, elementsOf],
    ['one element of many strings', `[[${'"",'.repeat(LONG / 3)}""]]`, elementsOf],
    ['one string of many quotes', `["${'\\"'.repeat(LONG / 2)}"]`, elementsOf],
    ['one element of many arrays', `[[${'[],'.repeat(LONG / 3)}[]]]`, elementsOf],
    ['blank lines of NDJSON', '\n'.repeat(LONG), linesOf],
    ['one blank line of NDJSON', ' '.repeat(LONG), linesOf],
  ])('with %s is read in steps of 64 KiB', (_, text, split) => {
    const steps = [...split(Buffer.from(text))].filter((piece) => piece === null);
    expect(steps.length).toBeGreaterThanOrEqual(STEPS - 1);
  });

  it('is read completely, with any steps', () => {
    const strings = Array.from({ length: STEP }, () => '');
    const values = ['x'.repeat(LONG), ['"\\'.repeat(STEP)], ' '.repeat(STEP - 1), strings];
    const array = `${' '.repeat(STEP)}${JSON.stringify(values)}${' '.repeat(STEP)}`;
    expect(elements(array).map((element) => JSON.parse(element) as unknown)).toEqual(values);
    const blank = '\n'.repeat(LONG + 1);
    expect(lines(`${blank}  {"a":1}\r${blank}{"b":2}${blank}`)).toEqual(['  {"a":1}\r', '{"b":2}']);
  });

  it('of 8 MiB without an event lets timers run', async () => {
    let fired = 0;
    const timer = setInterval(() => fired++, 1);
    const body = Buffer.from('\n'.repeat(8 * LONG));
    for (let batch = 0; batch < 5; batch++) expect(await parseBatch(body, 'ndjson')).toEqual([]);
    clearInterval(timer);
    expect(fired).toBeGreaterThan(1);
  });
});
