import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inByteOrder } from './byte-order.js';

describe('the byte order of texts', () => {
  it('sorts a character beyond U+FFFF after all others, where JavaScript sorts it before U+E000', () => {
    expect(['\uFDFA', '🏗', 'a'].toSorted()).toEqual(['a', '🏗', '\uFDFA']);
    expect(inByteOrder(['🏗', '\uFDFA', 'a'])).toEqual(['a', '\uFDFA', '🏗']);
  });

  it('is that of their UTF-8, for any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const bytes = inByteOrder(texts).map((text) => Buffer.from(text));
        bytes.forEach((one, at) => expect(at === 0 || Buffer.compare(bytes[at - 1] ?? one, one) <= 0).toBe(true));
        expect(inByteOrder(texts).toSorted()).toEqual(texts.toSorted());
      }),
    );
  });
});
