import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inByteOrder } from './byte-order.js';

describe('texts in the order of their bytes', () => {
  it('stand a character beyond the first plane behind all of it, where JavaScript puts it before U+E000', () => {
    expect(['\uFDFA', '🏗', 'a'].toSorted()).toEqual(['a', '🏗', '\uFDFA']);
    expect(inByteOrder(['🏗', '\uFDFA', 'a'])).toEqual(['a', '\uFDFA', '🏗']);
  });

  it('are sorted as their UTF-8 is, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const bytes = inByteOrder(texts).map((text) => Buffer.from(text));
        bytes.forEach((one, at) => expect(at === 0 || Buffer.compare(bytes[at - 1] ?? one, one) <= 0).toBe(true));
        expect(inByteOrder(texts).toSorted()).toEqual(texts.toSorted());
      }),
    );
  });
});
