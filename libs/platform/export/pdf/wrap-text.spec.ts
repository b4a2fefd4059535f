import { describe, expect, it } from '@jest/globals';
import { wrapText } from './wrap-text.js';

const wrap = (text: string, width: number, maxLines = 9): string[] =>
  wrapText(text, width, (part) => [...part].length, maxLines);

describe('a text that is broken into lines', () => {
  it('is one line where it fits, without what cannot be printed', () => {
    expect(wrap('one line', 8)).toEqual(['one line']);
    expect(wrap('one\r\nline\u202e', 20)).toEqual(['one line']);
    expect(wrap('', 8)).toEqual(['']);
  });

  it('breaks between words, and leaves punctuation with its word', () => {
    expect(wrap('Manual handling, reported today (INC-77)', 16)).toEqual([
      'Manual handling,',
      'reported today',
      '(INC-77)',
    ]);
  });

  it('breaks text without spaces between its words', () => {
    const lines = wrap('王小明张伟李娜刘洋', 4);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).toBe('王小明张伟李娜刘洋');
    expect(lines.every((line) => line.length <= 4)).toBe(true);
  });

  it('breaks a word that is longer than a line', () => {
    expect(wrap('abcdefghij k', 4)).toEqual(['abcd', 'efgh', 'ij k']);
  });

  it('measures each part of a long word a few times only', () => {
    let measured = 0;
    const count = (part: string): number => {
      measured++;
      return [...part].reduce((width, letter) => width + (letter === 'w' ? 3 : 1), 0);
    };
    const word = `${'i'.repeat(100)}${'w'.repeat(100)}`;
    const lines = wrapText(word, 30, count, 40);
    expect(lines.map(({ length }) => length)).toEqual([30, 30, 30, 16, 10, 10, 10, 10, 10, 10, 10, 10, 10, 4]);
    expect(lines.join('')).toBe(word);
    expect(measured).toBeLessThan(100);
  });

  it('does not measure what is cut off', () => {
    let measured = 0;
    const count = (part: string): number => (measured += part.length) && part.length;
    expect(wrapText('word '.repeat(100_000), 10, count, 2)).toEqual(['word word', 'word word …']);
    expect(measured).toBeLessThan(2_000);
  });

  it('cuts off what has no room, and says so', () => {
    expect(wrap('a b c d e f', 1, 3)).toEqual(['a', 'b', 'c …']);
  });
});
