import { expect, it } from '@jest/globals';
import { readingGrade } from './reading-level.js';

it('counts the syllables of the first hundred letters of a word', () => {
  const text = 'Stop and lock the machine. '.repeat(10);
  expect(readingGrade(text)).toBeLessThan(5);
  expect(readingGrade(`${text}${'na'.repeat(40_000)}`)).toBe(readingGrade(`${text}${'na'.repeat(50)}`));
});
