import { describe, expect, it } from '@jest/globals';
import { eventsOfLine, eventsOfText } from './parse-events.js';

const found = (text: string): Array<string | undefined> =>
  eventsOfText(text).map((event) => ('text' in event ? event.text : `line ${event.line}: ${event.problem}`));

describe('the events of a text', () => {
  it('are one object, unchanged', () => {
    expect(found('\n{"event": "signal.a",\n "data": {"site": "S", "n": 1.0}}\n')).toEqual([
      '{"event": "signal.a",\n "data": {"site": "S", "n": 1.0}}',
    ]);
  });

  it('are the elements of an array, with their bytes and lines', () => {
    expect(eventsOfText('\n[\n {"a":1.0},\n {"b":2},\n 7]')).toEqual([
      { line: 3, text: '{"a":1.0}', key: expect.any(String) },
      { line: 4, text: '{"b":2}', key: expect.any(String) },
      { line: 5, problem: 'no JSON object' },
    ]);
    expect(eventsOfText('[]')).toEqual([]);
  });

  it('are concatenated objects, as jq prints them', () => {
    expect(found('{\n  "a": 1\n}\n{\n  "b": 2\n}\n')).toEqual(['{\n  "a": 1\n}', '{\n  "b": 2\n}']);
  });

  it('are lines, of which invalid ones do not affect others', () => {
    expect(found('{"a":\n\n{"b":2}\r\n"text"\n[{"c":3},{"d":4}]')).toEqual([
      expect.stringMatching(/^line 1: no JSON: /),
      '{"b":2}',
      'line 4: no JSON object',
      '{"c":3}',
      '{"d":4}',
    ]);
  });

  it('are not found in any other text', () => {
    expect(() => eventsOfText('event,data\nsignal.a,1')).toThrow(/no event found/);
    expect(() => eventsOfText('[{"a":1},')).toThrow(/no event found/);
    expect(() => eventsOfText('{"a":\n1')).toThrow(/no event found/);
  });
});

describe('the events of a line', () => {
  it('are none in a blank line', () => {
    expect(eventsOfLine(' \r', 3)).toEqual([]);
  });

  it('share a key only if they are about the same data point', () => {
    const key = (data: object, event = 'signal.x'): string | undefined => {
      const [only] = eventsOfLine(JSON.stringify({ event, data }), 1);
      return only !== undefined && 'key' in only ? only.key : undefined;
    };
    expect(key({ dedupe_key: ' K ', site: 'A' })).toBe(
      key({ dedupe_key: 'K', site: 'B', action: 'resolve' }, 'signal.y'),
    );
    expect(key({ email: 'a@b.c', topic: 'T', severity: 2 })).toBe(key({ email: 'A@b.c', topic: 'T', severity: 4 }));
    expect(key({ type: 'x', site: 'S' }, 'signal')).toBe(key({ site: 'S' }, 'signal.x'));
    expect(key({ site: ' Café  Süd ', topic: 'Manual handling' })).toBe(
      key({ site: 'cafe sud', topic: 'MANUAL HANDLING' }),
    );
    expect(key({ external_worker_id: 'W-1', email: 'a@b.c', site: 'S' })).toBe(
      key({ external_worker_id: 'W-1', learner_id: ' ', action: 'resolve' }),
    );
    expect(key({ email: 'a@b.c', topic: 'T' })).not.toBe(key({ site: 'a@b.c', topic: 'T' }));
    expect(key({ site: 'S', topic: 'T' })).not.toBe(key({ site: 'S', topic: 'U' }));
  });
});
