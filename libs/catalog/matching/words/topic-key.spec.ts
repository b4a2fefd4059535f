import { describe, expect, it } from '@jest/globals';
import { topicKey } from './topic-key.js';

describe('the key of a topic', () => {
  it.each([
    ['The Beast', 'the_beast'],
    ['Höhe', 'HOHE'],
    ['forkliftOperator', 'Forklift  operator'],
    ['<b>Lock-out</b>', 'lock out'],
  ])('is equal for %j and %j', (one, other) => {
    expect(topicKey(one)).toBe(topicKey(other));
  });

  it('of a topic that normalisation makes long is short enough for an index, and still unique', () => {
    const long = '\ufdfa'.repeat(255);
    for (const topic of [long, '\u3316'.repeat(255), '\ufdfb'.repeat(255)]) {
      expect(Buffer.byteLength(topicKey(topic))).toBeLessThan(2_704);
    }
    expect(topicKey(`${long.slice(1)}x`)).not.toBe(topicKey(long));
    expect(topicKey(`${long} `)).toBe(topicKey(long));
    expect(topicKey('ab '.repeat(85))).toBe('ab '.repeat(85).trim());
  });

  it.each([
    ['The Beast', 'The Beasts'],
    ['CPR 1', 'CPR 2'],
    ['Licence C', 'Licence C+E'],
    ['Programming in C#', 'Programming in C++'],
    ['?', '!'],
    ['and', ''],
  ])('differs for %j and %j', (one, other) => {
    expect(topicKey(one)).not.toBe(topicKey(other));
  });
});
