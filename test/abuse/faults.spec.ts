import { describe, expect, it } from '@jest/globals';
import type { Attack, AttackResult } from '../../bench/abuse/attack.js';
import { USUAL } from '../../bench/abuse/bounds.js';
import { faultsOf, waitFaults } from '../../bench/abuse/faults.js';

const ATTACK: Attack = {
  name: 'attack',
  by: 'anybody',
  bound: USUAL,
  allowed: [422],
  prepare: () => Promise.reject(new Error('not made')),
  faults: ({ extras }) => (extras['kept'] === 0 ? ['not kept'] : []),
};

const stream = (worstMs: number, answers: Record<string, number> = { 200: 9 }) => ({ answers, p50Ms: 1, worstMs });

const result = (changes: Partial<AttackResult> = {}): AttackResult => ({
  attack: 'attack',
  by: 'anybody',
  bound: USUAL,
  seconds: 1,
  answers: { 422: 1, closed: 2 },
  largestAnswer: 0,
  withoutRetryAfter: 0,
  slowdown: 1,
  neighbour: { event: stream(9), needs: stream(9), live: stream(9) },
  isAlive: true,
  memory: { before: 1, peak: 1, after: 1 },
  logBytes: 0,
  extras: {},
  ...changes,
});

describe('the result of an attack', () => {
  it('has no fault if the neighbour is served in time and the attacker is refused', () => {
    expect(faultsOf(ATTACK, result())).toEqual([]);
  });

  it('allows more time if the engine waits for a processor that others use', () => {
    const slow = { neighbour: { event: stream(2 * USUAL.assertedMs) } };
    expect(faultsOf(ATTACK, result({ ...slow, slowdown: 2 }))).toEqual([]);
    expect(faultsOf(ATTACK, result({ ...slow, slowdown: 1.9 }))).toHaveLength(1);
  });

  it('distinguishes waits, which end in a 503 at the time limit, from other refusals', () => {
    const needs = (status: number): Partial<AttackResult> => ({
      neighbour: { needs: stream(9, { 200: 9, [status]: 1 }) },
    });
    expect(waitFaults(result(needs(503)))).toEqual(['the neighbour got 503 (1 ×) to GET /needs']);
    expect(waitFaults(result(needs(429)))).toEqual([]);
    expect(faultsOf(ATTACK, result(needs(429)))).toEqual(['the neighbour got 429 (1 ×) to GET /needs']);
  });

  it.each<[string, Partial<AttackResult>, string]>([
    [
      'is slow for the neighbour',
      { neighbour: { event: stream(USUAL.assertedMs + 1) } },
      'the neighbour waited 601 ms for an event; the bound is 600 ms',
    ],
    [
      'refuses the neighbour',
      { neighbour: { needs: stream(9, { 200: 9, 503: 2 }) } },
      'the neighbour got 503 (2 ×) to GET /needs',
    ],
    [
      'has the neighbour wait for ever',
      { neighbour: { live: stream(0, {}) } },
      'the neighbour got no answer to the liveness probe',
    ],
    ['fails on what the attacker sends', { answers: { 500: 3 } }, 'the attacker got 500 (3 ×)'],
    ['does not say when to come back', { withoutRetryAfter: 2 }, '2 answers of 429 or 503 had no Retry-After'],
    ['ends', { isAlive: false, memory: null }, 'the engine ended'],
    ['fills its log with refusals', { logBytes: 151_000 }, '151 KB were logged; the bound is 150 KB'],
    ['breaks what the attack itself looks at', { extras: { kept: 0 } }, 'not kept'],
  ])('has a fault if the engine %s', (_what, changes, fault) => {
    expect(faultsOf(ATTACK, result(changes))).toEqual([fault]);
  });
});
