import { describe, expect, it } from '@jest/globals';
import { tokenHash } from '../tokens/token.js';
import { OperatorGuesses } from './operator-guesses.js';

const NETWORK = '192.0.2.1';

/** Its clock is the test's `time.now`, in milliseconds. */
class Guesses extends OperatorGuesses {
  readonly time: { now: number };

  constructor() {
    const time = { now: 1_000 };
    super({ now: () => time.now });
    this.time = time;
  }

  guess(times: number, from = 0, network = NETWORK): void {
    for (let index = from; index < from + times; index++) this.count(network, tokenHash(`guess ${index}`));
  }
}

describe('guesses of the operator token', () => {
  it('are refused for a network after twenty within a minute of the first, and for no other network', () => {
    const guesses = new Guesses();
    guesses.guess(19);
    guesses.time.now += 59_000;
    expect(guesses.waitOf(NETWORK)).toBeNull();
    guesses.guess(1, 19);
    expect([guesses.waitOf(NETWORK), guesses.waitOf('192.0.2.2')]).toEqual([1, null]);
    guesses.time.now += 1_001;
    expect(guesses.waitOf(NETWORK)).toBeNull();
    guesses.guess(20, 20);
    expect(guesses.waitOf(NETWORK)).toBe(60);
  });

  it('count the same wrong token once, until it is repeated very often', () => {
    const guesses = new Guesses();
    for (let times = 0; times < 499; times++) guesses.guess(1);
    expect(guesses.waitOf(NETWORK)).toBeNull();
    guesses.guess(1);
    expect(guesses.waitOf(NETWORK)).toBe(60);
  });

  it('of the network seen longest ago are dropped when there are too many networks', () => {
    const guesses = new Guesses();
    guesses.guess(20);
    for (let network = 0; network < 2_000; network++) guesses.guess(1, 0, `network ${network}`);
    expect(guesses.waitOf(NETWORK)).toBeNull();
  });
});

describe('a network that has sent the right operator token', () => {
  it('is trusted for 24 hours after the last time', () => {
    const guesses = new Guesses();
    expect(guesses.isTrusted(NETWORK)).toBe(false);
    guesses.trust(NETWORK);
    guesses.time.now += 23 * 3_600_000;
    guesses.trust(NETWORK);
    guesses.time.now += 23 * 3_600_000;
    expect(guesses.isTrusted(NETWORK)).toBe(true);
    guesses.time.now += 3_600_001;
    expect(guesses.isTrusted(NETWORK)).toBe(false);
  });

  it('stays trusted however many other networks guess', () => {
    const guesses = new Guesses();
    guesses.trust(NETWORK);
    for (let network = 0; network < 5_000; network++) guesses.guess(20, 0, `network ${network}`);
    expect(guesses.isTrusted(NETWORK)).toBe(true);
  });
});
