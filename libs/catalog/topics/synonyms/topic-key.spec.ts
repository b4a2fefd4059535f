import { describe, expect, it } from '@jest/globals';
import { topicKey } from './topic-key.js';

describe('the key of a topic', () => {
  it.each([
    ['The Beast', 'the_beast'], ['Höhe', 'HOHE'], ['forkliftOperator', 'Forklift  operator'], ['<b>Lock-out</b>', 'lock out'],
  ])('is the same for %j and %j', (one, other) => {
    expect(topicKey(one)).toBe(topicKey(other));
  });

  it.each([['The Beast', 'The Beasts'], ['CPR 1', 'CPR 2'], ['?', '!'], ['and', '']])('is another for %j and %j', (one, other) => {
    expect(topicKey(one)).not.toBe(topicKey(other));
  });
});
