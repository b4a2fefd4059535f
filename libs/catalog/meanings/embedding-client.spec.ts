import { describe, expect, it } from '@jest/globals';
import { readVectors } from './embedding-client.js';

const one = { embedding: [1, 0], index: 0 };
const other = { embedding: [0, 1], index: 1 };

describe('a response of the embedding service', () => {
  it('is read by its indexes, or in its order if it has none', () => {
    const vectors = [Float32Array.of(1, 0), Float32Array.of(0, 1)];
    expect(readVectors({ data: [other, one] }, 2)).toEqual(vectors);
    expect(readVectors({ data: [{ embedding: [1, 0] }, { embedding: [0, 2] }] }, 2)).toEqual(vectors);
  });

  it.each([
    [null],
    ['x'],
    [{}],
    [{ data: 'x' }],
    [{ data: [one] }],
    [{ data: [one, one] }],
    [{ data: [one, null] }],
    [{ data: [one, { index: 1 }] }],
    [{ data: [one, { index: 7, embedding: [1] }] }],
    [{ error: { message: 'x' } }],
  ])('is rejected if it is %j', (answer) => {
    expect(readVectors(answer, 2)).toBeNull();
  });
});
