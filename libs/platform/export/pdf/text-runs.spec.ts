import { describe, expect, it } from '@jest/globals';
import { textRuns } from './text-runs.js';

const runs = (line: string): string[] =>
  textRuns(line).map(({ text, font, isRightToLeft }) => `${font}${isRightToLeft ? ' <' : ''} ${text}`);

describe('the runs of a line', () => {
  it.each([
    ['', []],
    ['Łukasz Ødegård, Жанна, Ωνάσης, Nguyễn Thị', ['text Łukasz Ødegård, Жанна, Ωνάσης, Nguyễn Thị']],
    ['अनिल कुमार', ['text अनिल कुमार']],
    ['王小明 (Wang)', ['han 王小明', 'text  (Wang)']],
    ['김민준', ['hangul 김민준']],
    ['สมชาย 12', ['thai สมชาย', 'text  12']],
  ])('of %j are in the font of each script', (line, expected) => {
    expect(runs(line)).toEqual(expected);
  });

  it('keeps an accent in the run of its letter', () => {
    expect(runs('สมชาย́')).toEqual(['thai สมชาย́']);
  });

  it('draws the words of a right-to-left name as one run, so that they keep their order', () => {
    expect(runs('Licence of محمد علي, expired')).toEqual(['text Licence of ', 'arabic < محمد علي', 'text , expired']);
    expect(runs('יוסף כהן')).toEqual(['hebrew < יוסף כהן']);
  });

  it('draws a number inside right-to-left text from left to right, to the left of what precedes it', () => {
    expect(runs('محمد 12 علي')).toEqual(['arabic < علي', 'text <  ', 'text 12', 'arabic < محمد ']);
  });
});
