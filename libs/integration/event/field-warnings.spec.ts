import { describe, expect, it } from '@jest/globals';
import { fieldWarnings } from './field-warnings.js';

const meant = (name: string): string | undefined => /"(\w+)"/.exec(fieldWarnings({ [name]: 1 })[0]?.message ?? '')?.[1];

describe('a warning about a field', () => {
  it.each([
    ['topik', 'topic'],
    ['severty', 'severity'],
    ['dedupe_kye', 'dedupe_key'],
    ['dedupeKey', 'dedupe_key'],
    ['external-worker-id', 'external_worker_id'],
    ['Topic', 'topic'],
    ['stie', 'site'],
    ['e_mail', 'email'],
  ])('%s suggests %s', (name, known) => {
    expect(meant(name)).toBe(known);
  });

  it.each([
    'topic',
    'date',
    'note',
    'state',
    'expires_at',
    'reference',
    'summary',
    'x'.repeat(10_000),
    '',
    'constructor',
  ])('is not given for %s', (name) => {
    expect(meant(name)).toBeUndefined();
  });

  it('names the field, and a few of very many', () => {
    expect(fieldWarnings({ topic: 'T', topik: 'T' })).toEqual([
      { field: 'data.topik', message: 'is not a known field: did you mean "topic"?' },
    ]);
    const many = Object.fromEntries(
      Array.from({ length: 50_000 }, (_, n) => [`topi${String.fromCodePoint(0x4e00 + n)}`, n]),
    );
    expect(fieldWarnings(many)).toHaveLength(20);
  });
});
