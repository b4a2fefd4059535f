import { describe, expect, it } from '@jest/globals';
import { Invalid } from '#platform/errors';
import { parseSignalMap } from './signal-map.dto.js';

function errorsOf(map: Record<string, unknown>): Record<string, string> {
  try {
    parseSignalMap(map);
    return {};
  } catch (error) {
    if (error instanceof Invalid)
      return Object.fromEntries((error.errors ?? []).map(({ field, message }) => [field, message]));
    throw error;
  }
}

describe('a saved signal map', () => {
  it('is stored as it was sent', () => {
    const map = {
      license_expiring: { topic: 'Working at Heights', category: 'Refresher', severity: 3 },
      near_miss: { topic: 'Hazard Awareness', category: 'Toolbox', severity: 4 },
    };
    expect(parseSignalMap(map)).toEqual(map);
  });

  it('has types without the prefix that names of events have', () => {
    expect(parseSignalMap({ 'signal.near_miss': { severity: 4 } })).toEqual({ near_miss: { severity: 4 } });
    expect(errorsOf({ 'signal.near_miss': {}, near_miss: {} })).toEqual({
      'map.signal.near_miss': 'is the same type as near_miss: give it once',
    });
  });

  it('may set some or no defaults of a type, and ignores null', () => {
    expect(parseSignalMap({ a: {}, b: { topic: ' T ' }, c: { topic: null, category: null, severity: 1 } })).toEqual({
      a: {},
      b: { topic: 'T' },
      c: { severity: 1 },
    });
    expect(parseSignalMap({ done: { action: 'complete' }, other: { action: null } })).toEqual({
      done: { action: 'complete' },
      other: {},
    });
    expect(parseSignalMap({})).toEqual({});
  });

  it('counts characters, also those of two UTF-16 units', () => {
    const map = { ['🏗'.repeat(100)]: { topic: '🏗'.repeat(255), category: '🏗'.repeat(100) } };
    expect(parseSignalMap(map)).toEqual(map);
  });

  it('may contain types with the names of object methods', () => {
    const parsed = parseSignalMap(
      JSON.parse('{"constructor":{"severity":1},"toString":{"severity":2},"__proto__":{"severity":3}}') as Record<
        string,
        unknown
      >,
    );
    expect(Object.entries(parsed)).toEqual([
      ['constructor', { severity: 1 }],
      ['toString', { severity: 2 }],
      ['__proto__', { severity: 3 }],
    ]);
  });

  it.each([
    ['', 'a type of 1 to 100 characters'],
    [' ', 'a type of 1 to 100 characters'],
    ['x'.repeat(101), 'a type of 1 to 100 characters'],
    // No signal has a type with surrounding blanks, so that such an entry would have no effect.
    [' near_miss', 'without blanks around it'],
    ['near_miss\n', 'without blanks around it'],
    ['near\0miss', 'without NUL or half a surrogate pair'],
    ['near\ud83dmiss', 'without NUL or half a surrogate pair'],
  ])('must not contain the type %j', (type, rule) => {
    expect(errorsOf({ [type]: { severity: 1 } })[`map.${type}`]).toContain(rule);
  });

  it.each([
    [{ severity: 0 }, 'map.t.severity', 'must be 1, 2, 3 or 4'],
    [{ severity: '3' }, 'map.t.severity', 'must be 1, 2, 3 or 4'],
    [{ topic: '' }, 'map.t.topic', 'must be text of 1 to 255 characters'],
    [{ topic: 'x'.repeat(256) }, 'map.t.topic', 'must be text of 1 to 255 characters'],
    [{ category: 'x'.repeat(101) }, 'map.t.category', 'must be text of 1 to 100 characters'],
    [{ category: 7 }, 'map.t.category', 'must be text of 1 to 100 characters'],
    [{ topic: 'a\0b' }, 'map.t.topic', 'must be text without NUL or half a surrogate pair'],
    [{ category: 'a\ude00' }, 'map.t.category', 'must be text without NUL or half a surrogate pair'],
    [{ action: 'resolve' }, 'map.t.action', 'must be "trigger" or "complete"'],
    [{ course: 'x' }, 'map.t.course', 'is not known: use topic, category, severity and action'],
    ['Working at Heights', 'map.t', 'must be an object of topic, category, severity and action'],
    [null, 'map.t', 'must be an object of topic, category, severity and action'],
    [[], 'map.t', 'must be an object of topic, category, severity and action'],
  ])('with %j is refused with the field %s', (defaults, field, message) => {
    expect(errorsOf({ t: defaults })).toEqual({ [field]: message });
  });

  it('is refused with all its errors at once, and has at most 1,000 types', () => {
    expect(Object.keys(errorsOf({ a: { severity: 9, topic: 1 }, b: null, c: { severity: 2 } }))).toEqual([
      'map.a.severity',
      'map.a.topic',
      'map.b',
    ]);
    const types = (count: number): Record<string, unknown> =>
      Object.fromEntries(Array.from({ length: count }, (_value, index) => [`t${index}`, {}]));
    expect(errorsOf(types(1_000))).toEqual({});
    expect(errorsOf(types(1_001))).toEqual({ map: 'must have at most 1000 types' });
  });
});
