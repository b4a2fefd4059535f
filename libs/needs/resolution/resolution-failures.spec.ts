import { describe, expect, it } from '@jest/globals';
import { isStorable } from '#platform/text';
import { failureOf } from './resolution-failures.js';

describe('the failure of a need', () => {
  it('can be stored, whatever text its error quotes', () => {
    const quoting = (text: string): string => failureOf('n', new Error(`invalid value: ${text}`)).error;
    expect(quoting('a\0b')).toBe('invalid value: ab');
    for (let blanks = 0; blanks < 2; blanks++) {
      const error = quoting(`${' '.repeat(blanks)}${'🏗'.repeat(300)}`);
      expect([error.length, isStorable(error)]).toEqual([500, true]);
    }
  });
});
