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
  it('fills omitted fields by the type of the signal, and changes no others', () => {
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

  it('sets the action of a type: a condition, unless the type is known for completions or mapped to them', () => {
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

  it('never overrides a field of the event', () => {
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

  it('matches types exactly', () => {
    for (const type of ['other', 'Near_Miss', 'near', 'near_miss ']) {
      expect(applySignalMap(point({ type }), MAP)).toEqual({ ...point({ type }), severity: 2 });
    }
  });

  it.each([
    [{}, 2],
    [{ type: 'credential_expiring' }, 2],
    [{ type: 'credential_expired' }, 4],
    [{ type: 'credential_expired', severity: 3 as Severity }, 3],
  ])('with no entry for %j leaves the severity %i', (said, severity) => {
    expect(applySignalMap(point(said), {}).severity).toBe(severity);
  });

  it('overrides the built-in severity of a type', () => {
    expect(applySignalMap(point({ type: 'credential_expired' }), MAP).severity).toBe(1);
  });

  it.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf'])(
    'has no inherited entry for a type named %s',
    (type) => {
      expect(applySignalMap(point({ type }), MAP)).toEqual({ ...point({ type }), severity: 2 });
      expect(
        applySignalMap(point({ type }), JSON.parse(`{"${type}":{"topic":"Mapped","severity":3}}`) as SignalMap),
      ).toMatchObject({ topic: 'Mapped', severity: 3 });
    },
  );
});
