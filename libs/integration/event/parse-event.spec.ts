import { describe, expect, it } from '@jest/globals';
import type { DataPoint } from '#signals';
import { errorsOf, incident, pointOf } from './sample-events.js';

const NOTHING_SAID: DataPoint = {
  action: null,
  type: 'incident',
  worker: { externalWorkerId: null, email: null, learnerId: null },
  site: null,
  topic: null,
  category: null,
  severity: null,
  dedupeKey: null,
};

describe('an event', () => {
  it('may have all fields of the connector API', () => {
    const data = {
      external_worker_id: 'W-123',
      email: 'Jordan@Acme.com',
      learner_id: 'L-9',
      site: 'Site A',
      topic: 'Working at Heights',
      category: 'Refresher',
      severity: 3,
      dedupe_key: 'hr:4711',
      payload: { expires_at: '2026-07-15' },
    };
    expect(pointOf({ event: 'signal.credential_expiring', data })).toEqual({
      action: null,
      type: 'credential_expiring',
      worker: { externalWorkerId: 'W-123', email: 'jordan@acme.com', learnerId: 'L-9' },
      site: 'Site A',
      topic: 'Working at Heights',
      category: 'Refresher',
      severity: 3,
      dedupeKey: 'hr:4711',
    });
  });

  it('has its type in event or, if event is "signal", in data.type', () => {
    expect(pointOf(incident({}))).toEqual({ ...NOTHING_SAID, site: 'Site A' });
    expect(pointOf({ event: 'signal', data: { type: 'incident', site: 'Site A' } })).toEqual({
      ...NOTHING_SAID,
      site: 'Site A',
    });
    expect(pointOf({ event: 'signal', data: { type: '  near miss ', site: 'Site A' } }).type).toBe('near miss');
    expect(pointOf({ event: 'signal.near.miss:2', data: { site: 'Site A' } }).type).toBe('near.miss:2');
  });

  it('has the type in event if data.type is another one', () => {
    expect(pointOf({ event: 'signal.incident', data: { type: 'policy_updated', site: 'Site A' } }).type).toBe(
      'incident',
    );
    expect(pointOf({ event: 'signal.incident', data: { type: 5, site: 'Site A' } }).type).toBe('incident');
  });

  it('may have unknown fields anywhere', () => {
    const body = {
      ...incident({ payload: 'anything', badge: [1, { x: null }], constructor: 1 }),
      source: 'hr',
      version: 2,
    };
    expect(pointOf(body)).toEqual({ ...NOTHING_SAID, site: 'Site A' });
  });

  it.each([
    'external_worker_id',
    'email',
    'learner_id',
    'site',
    'topic',
    'category',
    'dedupe_key',
    'severity',
    'action',
  ])('may omit %s, or set it to null', (name) => {
    const point = pointOf({
      event: 'signal.incident',
      data: { site: 'Site A', external_worker_id: 'W-1', [name]: null },
    });
    expect(point).toEqual(
      pointOf({ event: 'signal.incident', data: { site: 'Site A', external_worker_id: 'W-1', [name]: undefined } }),
    );
  });

  it('treats blank text as omitted, and trims text', () => {
    expect(
      pointOf(
        incident({ external_worker_id: '', email: ' ', learner_id: '\t', topic: '\n', category: '  ', dedupe_key: '' }),
      ),
    ).toEqual({ ...NOTHING_SAID, site: 'Site A' });
    expect(pointOf({ event: 'signal.incident ', data: { site: ' Site A ', topic: ' Manual Handling\n' } })).toEqual({
      ...NOTHING_SAID,
      site: 'Site A',
      topic: 'Manual Handling',
    });
  });

  it.each([1, 2, 3, 4] as const)('may have the severity %i', (severity) => {
    expect(pointOf(incident({ severity })).severity).toBe(severity);
  });

  it.each([[0], [5], [-1], [2.5], ['3'], ['high'], [true], [[3]], [{}]])(
    'must not have the severity %j',
    (severity) => {
      expect(errorsOf(incident({ severity }))).toEqual({
        'data.severity': 'must be 1 (low), 2 (info), 3 (soon) or 4 (blocking)',
      });
    },
  );

  it('may have the action trigger', () => {
    expect(pointOf(incident({ action: 'trigger' }))).toEqual({ ...NOTHING_SAID, action: 'trigger', site: 'Site A' });
    expect(pointOf(incident({ action: null }))).toEqual({ ...NOTHING_SAID, site: 'Site A' });
    expect(pointOf(incident({ action: 'resolve' }))).toEqual({ ...NOTHING_SAID, action: 'resolve', site: 'Site A' });
    for (const action of ['explode', 'Resolve', '', 1, true, {}])
      expect(errorsOf(incident({ action }))).toHaveProperty(
        ['data.action'],
        'must be "trigger", "resolve" or "complete"',
      );
  });

  it('with the action resolve needs a worker or site only if it has no dedupe key', () => {
    expect(pointOf({ event: 'signal.incident', data: { action: 'resolve', dedupe_key: 'INC-1' } })).toEqual({
      ...NOTHING_SAID,
      action: 'resolve',
      dedupeKey: 'INC-1',
    });
    expect(errorsOf({ event: 'signal.incident', data: { action: 'resolve' } })).toHaveProperty(['data']);
    expect(errorsOf(incident({ action: 'complete' }))).toEqual({
      data: 'needs one of external_worker_id, email or learner_id: a training is completed by a worker',
    });
    expect(errorsOf({ event: 'signal.incident', data: { action: 'trigger', dedupe_key: 'INC-1' } })).toHaveProperty([
      'data',
    ]);
  });
});
