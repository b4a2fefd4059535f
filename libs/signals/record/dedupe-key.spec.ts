import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DataPoint } from '../data-point.js';
import { fold } from '#platform/text';
import { MAX_DEDUPE_KEY, dedupeKey } from './dedupe-key.js';

interface Said {
  readonly type?: string;
  readonly worker?: Partial<DataPoint['worker']>;
  readonly site?: string | null;
  readonly topic?: string | null;
  readonly dedupeKey?: string | null;
}

const keyOf = ({ type = 'incident', worker = {}, ...said }: Said): string =>
  dedupeKey({
    action: 'trigger',
    type,
    worker: { externalWorkerId: null, email: null, learnerId: null, ...worker },
    site: null,
    topic: null,
    category: null,
    severity: null,
    dedupeKey: null,
    ...said,
  });

describe('a dedupe key', () => {
  it('is the key of the sender, unchanged', () => {
    expect(keyOf({ dedupeKey: 'hr:4711%3A', site: 'Site A', topic: 'Manual Handling' })).toBe('hr:4711%3A');
  });

  it('is type:worker|site:topic if the sender has no key', () => {
    expect(keyOf({ site: 'Site A', topic: 'Manual Handling' })).toBe('incident:site=site a:manual handling');
    expect(keyOf({ type: 'role_assigned', worker: { externalWorkerId: 'W-123' }, topic: 'Forklift Operation' })).toBe(
      'role_assigned:worker=w-123:forklift operation',
    );
    expect(keyOf({ worker: { email: 'jordan@acme.com' }, topic: 'Working at Heights' })).toBe(
      'incident:email=jordan@acme.com:working at heights',
    );
    expect(keyOf({ worker: { learnerId: 'L-9' }, topic: null })).toBe('incident:learner=l-9:');
  });

  it('uses the external id before the e-mail before the learner id, and the site only without a worker', () => {
    const all = {
      worker: { externalWorkerId: 'W-1', email: 'a@acme.com', learnerId: 'L-1' },
      site: 'Site A',
      topic: 'T',
    };
    expect(keyOf(all)).toBe('incident:worker=w-1:t');
    expect(keyOf({ ...all, worker: { ...all.worker, externalWorkerId: null } })).toBe('incident:email=a@acme.com:t');
    expect(keyOf({ ...all, worker: { learnerId: 'L-1' } })).toBe('incident:learner=l-1:t');
    expect(keyOf({ ...all, worker: {} })).toBe('incident:site=site a:t');
  });

  it.each([
    ['site', { site: 'Site A' }, { site: 'site  a' }],
    ['topic', { topic: 'Working at Heights' }, { topic: 'working at heights ' }],
    ['topic with accents', { topic: 'Sécurité' }, { topic: 'securite' }],
    ['external id', { worker: { externalWorkerId: 'W-1' } }, { worker: { externalWorkerId: 'w-1' } }],
    ['type', { type: 'Near_Miss' }, { type: 'near_miss' }],
  ])('does not depend on case, blanks and accents of the %s', (_, one, other) => {
    expect(keyOf({ site: 's', ...one })).toBe(keyOf({ site: 's', ...other }));
  });

  it('differs for texts that fold to separators', () => {
    expect(keyOf({ site: 'a：b', topic: 'c' })).not.toBe(keyOf({ site: 'a', topic: 'b:c' }));
    expect(keyOf({ site: 's', topic: '\u0301' })).not.toBe(keyOf({ site: 's', topic: null }));
  });

  it('encodes the separators', () => {
    expect(keyOf({ type: 'a:b', site: 'c%3Ad', topic: 'e:f' })).toBe('a%3Ab:site=c%253ad:e%3Af');
  });

  it('that is too long is replaced by its hash, which no other key can equal', () => {
    const long = keyOf({ site: 's'.repeat(255), topic: 't'.repeat(255) });
    expect(long).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(keyOf({ site: 's'.repeat(255), topic: `${'t'.repeat(254)}u` })).not.toBe(long);
    const room = MAX_DEDUPE_KEY - 'incident:site=:'.length;
    expect(keyOf({ site: 's', topic: 't'.repeat(room - 1) })).toHaveLength(MAX_DEDUPE_KEY);
    expect(keyOf({ site: 's', topic: 't'.repeat(room) })).toMatch(/^sha256:/);
  });
});

describe('any two data points', () => {
  const text = fc.oneof(
    // A small alphabet with all separators, so that an ambiguous encoding soon produces equal keys.
    {
      arbitrary: fc.string({
        unit: fc.constantFrom(':', '%', '=', '3A', '25', 'site=', 'a'),
        minLength: 1,
        maxLength: 3,
      }),
      weight: 16,
    },
    {
      arbitrary: fc
        .tuple(fc.constantFrom('x', ':', '%'), fc.integer({ min: 80, max: 255 }), fc.constantFrom('', 'a', ':'))
        .map(([unit, count, end]) => unit.repeat(count) + end),
      weight: 2,
    },
    {
      // Parsing omits blank text, so that no data point has it.
      arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 255 }).filter((value) => value.trim() !== ''),
      weight: 1,
    },
  );
  const mostly = <T>(usual: T, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> =>
    fc.oneof({ arbitrary: fc.constant(usual), weight: 2 }, { arbitrary, weight: 1 });
  const triple = fc.record({
    type: mostly('a', text),
    audience: fc.tuple(mostly('site', fc.constantFrom('externalWorkerId', 'email', 'learnerId')), mostly('a', text)),
    topic: mostly(null, text),
  });
  const pointOf = ({
    type,
    audience: [kind, value],
    topic,
  }: {
    type: string;
    audience: [string, string];
    topic: string | null;
  }): Said => ({ type, topic, ...(kind === 'site' ? { site: value } : { worker: { [kind]: value } }) });

  it('have the same default key exactly if type, worker or site, and topic are equal when folded', () => {
    fc.assert(
      fc.property(fc.array(triple, { minLength: 2, maxLength: 80, size: 'max' }), (triples) => {
        const meanings = new Map<string, string>();
        for (const said of triples) {
          const key = keyOf(pointOf(said));
          const { type, audience, topic } = said;
          const meaning = JSON.stringify([fold(type), audience.map(fold), topic && fold(topic)]);
          expect(key.length).toBeLessThanOrEqual(MAX_DEDUPE_KEY);
          expect(meanings.get(key) ?? meaning).toBe(meaning);
          expect(keyOf(pointOf(said))).toBe(key);
          meanings.set(key, meaning);
        }
      }),
      { numRuns: 500 },
    );
  });
});
