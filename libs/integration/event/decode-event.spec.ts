import { describe, expect, it } from '@jest/globals';
import { decodeEvent } from './decode-event.js';

/** Identifies the report of an incident with this payload, as JSON. */
function identityOf(payload: string): string | undefined {
  const decoded = decodeEvent(Buffer.from(`{"event":"signal.incident","data":{"site":"A","payload":${payload}}}`));
  return decoded.ok ? decoded.received.identity : undefined;
}

describe('the identity of an event', () => {
  it.each([
    ['{"id":9007199254740992}', '{"id":9007199254740993}'],
    ['{"id":-734559273648193537}', '{"id":-734559273648193538}'],
    ['{"ids":[18446744073709551614 ,1]}', '{"ids":[18446744073709551615 ,1]}'],
    ['{"note":"\\"7:","id":12345678901234567}', '{"note":"\\"7:","id":12345678901234568}'],
  ])('tells ids apart that are the same number for JavaScript: %s and %s', (one, other) => {
    expect(identityOf(one)).toBe(identityOf(one));
    expect(identityOf(one)).not.toBe(identityOf(other));
  });

  it.each([
    ['{"id":734559273648193537}', '{"id":"734559273648193537"}'],
    ['{"id":7,"rate":0.12345678901234567}', '{"id":7,"rate":[1.12345678901234567e10,12345678901234567.5]}'],
    ['{"id":7,"note":"1234567890123456789"}', '{"id":7,"note":"{\\"id\\":1234567890123456780}"}'],
  ])('is the same for a number as text, and whatever other numbers there are: %s and %s', (one, other) => {
    expect(identityOf(one)).toBe(identityOf(other));
  });

  it('takes linear time for long numbers and texts', () => {
    expect(identityOf(`{"id":${'1'.repeat(250_000)}}`)).toBeUndefined();
    expect(identityOf(`{"note":"${'\\\\'.repeat(60_000)}","rows":[${'1234567890123456,'.repeat(7_000)}1]}`)).toBe(
      identityOf('{}'),
    );
  });
});
