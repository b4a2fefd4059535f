import { describe, expect, it } from '@jest/globals';
import type { DataPoint, Severity } from '../data-point.js';
import { type SignalMap, applySignalMap } from './apply-signal-map.js';

const point = (said: Partial<DataPoint> = {}): DataPoint => ({
  action: 'trigger',
  type: 'near_miss',
  worker: { externalWorkerId: null, email: 'jordan@acme.com', learnerId: null },
  site: 'Site A',
  topic: null,
  category: null,
  severity: null,
  dedupeKey: null,
  ...said,
});

const MAP: SignalMap = {
  near_miss: { topic: 'Hazard Awareness', category: 'Toolbox', severity: 4 },
  credential_expired: { severity: 1 },
  half: { topic: 'Only a topic' },
};

describe('the signal map', () => {
  it('gives a signal what it did not say, by its type, and leaves the rest as it is', () => {
    expect(applySignalMap(point(), MAP)).toEqual({
      ...point(),
      topic: 'Hazard Awareness',
      category: 'Toolbox',
      severity: 4,
    });
    expect(applySignalMap(point({ type: 'half' }), MAP)).toEqual({
      ...point({ type: 'half' }),
      topic: 'Only a topic',
      severity: 2,
    });
  });

  it('tells what types are about: a condition, unless they are known or said to tell of completions', () => {
    const actionOf = (said: Partial<DataPoint>, map: SignalMap = {}): string =>
      applySignalMap(point({ action: null, ...said }), map).action;
    expect(
      ['near_miss', 'course_completed', 'training_completed', 'Course_Completed', 'completed'].map((type) =>
        actionOf({ type }),
      ),
    ).toEqual(['trigger', 'complete', 'complete', 'trigger', 'trigger']);
    expect(actionOf({ type: 'lms_done' }, { lms_done: { action: 'complete' } })).toBe('complete');
    expect(actionOf({ type: 'course_completed' }, { course_completed: { action: 'trigger' } })).toBe('trigger');
    expect(actionOf({ type: 'course_completed', action: 'resolve' }, { course_completed: { action: 'trigger' } })).toBe(
      'resolve',
    );
  });

  it('never overrules what a signal says, field by field', () => {
    expect(applySignalMap(point({ topic: 'Own', category: 'Mine', severity: 1 }), MAP)).toMatchObject({
      topic: 'Own',
      category: 'Mine',
      severity: 1,
    });
    expect(applySignalMap(point({ topic: 'Own' }), MAP)).toMatchObject({
      topic: 'Own',
      category: 'Toolbox',
      severity: 4,
    });
    expect(applySignalMap(point({ severity: 2 }), MAP)).toMatchObject({ topic: 'Hazard Awareness', severity: 2 });
  });

  it('says nothing of a type that it does not have, letter by letter', () => {
    for (const type of ['other', 'Near_Miss', 'near', 'near_miss ']) {
      expect(applySignalMap(point({ type }), MAP)).toEqual({ ...point({ type }), severity: 2 });
    }
  });

  it.each([
    [{}, 2],
    [{ type: 'credential_expiring' }, 2],
    [{ type: 'credential_expired' }, 4],
    [{ type: 'credential_expired', severity: 3 as Severity }, 3],
  ])('leaves the severity of %j at %i where it is empty', (said, severity) => {
    expect(applySignalMap(point(said), {}).severity).toBe(severity);
  });

  it('wins over the severity that a type has by itself', () => {
    expect(applySignalMap(point({ type: 'credential_expired' }), MAP).severity).toBe(1);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf'])(
    'has no entry of its own for a type named %s',
    (type) => {
      expect(applySignalMap(point({ type }), MAP)).toEqual({ ...point({ type }), severity: 2 });
      expect(
        applySignalMap(point({ type }), JSON.parse(`{"${type}":{"topic":"Mapped","severity":3}}`) as SignalMap),
      ).toMatchObject({ topic: 'Mapped', severity: 3 });
    },
  );
});
