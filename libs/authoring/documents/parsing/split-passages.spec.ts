import { describe, expect, it } from '@jest/globals';
import { splitPassages } from './split-passages.js';

describe('the passages of a document', () => {
  it('are cut between two characters where a long text has no blank', () => {
    const text = `a${'😀'.repeat(1_500)}`;
    const passages = splitPassages([{ headings: [`a${'😀'.repeat(200)}`], text }]);
    expect(passages.map((passage) => passage.text).join('')).toBe(text);
    for (const { section, text: part } of passages)
      expect([section.isWellFormed(), part.isWellFormed()]).toEqual([true, true]);
  });
});
