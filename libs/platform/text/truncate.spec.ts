import { describe, expect, it } from '@jest/globals';
import { truncate } from './index.js';

describe("a caller's text in a message", () => {
  it('is whole if it is short, and else ends with an ellipsis', () => {
    expect(truncate('a'.repeat(100))).toBe('a'.repeat(100));
    expect(truncate('a'.repeat(101))).toBe(`${'a'.repeat(100)}…`);
  });

  it('is cut between two characters: strict readers of JSON refuse half of a surrogate pair', () => {
    expect(truncate(`a${'😀'.repeat(50)}`)).toBe(`a${'😀'.repeat(49)}…`);
  });
});
