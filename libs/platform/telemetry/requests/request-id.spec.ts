import { describe, expect, it } from '@jest/globals';
import { requestId } from './request-id.js';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

describe('the id of a request', () => {
  it.each(['a', '7f3c2a_1.x-Y', 'x'.repeat(64)])("is the caller's: %s", (given) => {
    expect(requestId({ headers: { 'x-request-id': given } })).toBe(given);
  });

  it.each(['', 'x'.repeat(65), 'two words', 'line\nbreak', '{"level":60}', 'é'])(
    "is a new one if the caller's is invalid: %j",
    (given) => {
      expect(requestId({ headers: { 'x-request-id': given } })).toMatch(UUID);
    },
  );

  it('is a new one for each request without one', () => {
    expect(requestId({ headers: {} })).not.toBe(requestId({ headers: {} }));
  });
});
