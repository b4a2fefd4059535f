import { describe, expect, it } from '@jest/globals';
import type { DataPoint } from '#signals';
import { parseEvent } from './parse-event.js';

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

function pointOf(body: Record<string, unknown>): DataPoint {
  const event = parseEvent(body);
  if (!event.ok) throw new Error(JSON.stringify(event.errors));
  return event.point;
}

function errorsOf(body: Record<string, unknown>): Record<string, string> {
  const event = parseEvent(body);
  return event.ok ? {} : Object.fromEntries(event.errors.map(({ field, message }) => [field, message]));
}

const incident = (data: Record<string, unknown>): Record<string, unknown> => ({
  event: 'signal.incident',
  data: { site: 'Site A', ...data },
});

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

describe('the limits of an event', () => {
  it.each([
    ['external_worker_id', 255],
    ['learner_id', 255],
    ['site', 255],
    ['topic', 255],
    ['category', 100],
    ['dedupe_key', 255],
  ])('in %s has at most %i characters without surrounding blanks', (name, limit) => {
    expect(errorsOf(incident({ [name]: ` ${'x'.repeat(limit)} ` }))).toEqual({});
    expect(errorsOf(incident({ [name]: 'x'.repeat(limit + 1) }))).toEqual({
      [`data.${name}`]: `must have at most ${limit} characters`,
    });
  });

  it('in an e-mail address is 320 characters', () => {
    expect(errorsOf(incident({ email: `${'x'.repeat(311)}@acme.com` }))).toEqual({});
    expect(errorsOf(incident({ email: `${'x'.repeat(312)}@acme.com` }))).toEqual({
      'data.email': 'must have at most 320 characters',
    });
  });

  it('in a type is 100 characters, in event and in data.type', () => {
    const [fits, tooLong] = ['x'.repeat(100), 'x'.repeat(101)];
    expect(pointOf({ event: `signal.${fits}`, data: { site: 'A' } }).type).toBe(fits);
    expect(pointOf({ event: 'signal', data: { type: fits, site: 'A' } }).type).toBe(fits);
    expect(errorsOf({ event: `signal.${tooLong}`, data: { site: 'A' } })).toEqual({
      event: 'must name a type of at most 100 characters',
    });
    expect(errorsOf({ event: 'signal', data: { type: tooLong, site: 'A' } })).toEqual({
      'data.type': 'must have at most 100 characters',
    });
  });
});

describe('an invalid event', () => {
  it.each([
    [{}, { data: 'is required', event: 'is required' }],
    [{ data: { site: 'A' } }, { event: 'is required' }],
    [{ event: 'signal.incident' }, { data: 'is required' }],
    [{ event: 'signal.incident', data: null }, { data: 'must be an object' }],
    [{ event: 'signal.incident', data: [] }, { data: 'must be an object' }],
    [{ event: 'signal.incident', data: 'site' }, { data: 'must be an object' }],
    [{ event: 'signal', data: { site: 'A' } }, { 'data.type': 'is required if event is "signal"' }],
    [{ event: 'signal', data: { type: ' ', site: 'A' } }, { 'data.type': 'is required if event is "signal"' }],
    [{ event: 'signal', data: { type: 7, site: 'A' } }, { 'data.type': 'must be a string' }],
    [{ event: 'signal.', data: { site: 'A' } }, { event: 'must name a type after "signal."' }],
    [{ event: 'signal. ', data: { site: 'A' } }, { event: 'must name a type after "signal."' }],
    ...['signals.incident', 'Signal.incident', 'incident', '', null, 7, ['signal.incident']].map(
      (event): [object, object] => [
        { event, data: { site: 'A' } },
        { event: 'must be "signal.<type>", or "signal" with data.type' },
      ],
    ),
  ])('is refused: %j', (body, errors) => {
    expect(errorsOf({ ...body })).toEqual(errors);
  });

  it.each([{}, { topic: 'Manual Handling' }, { site: '', email: null }])(
    'is refused without a worker or a site: %j',
    (data) => {
      expect(errorsOf({ event: 'signal.incident', data })).toEqual({
        data: 'needs one of external_worker_id, email, learner_id or site',
      });
    },
  );

  it.each(['jordan', '@acme.com', 'jordan@', 'jordan@acme@com', 'jor dan@acme.com'])(
    'is refused with the e-mail address %j',
    (email) => {
      expect(errorsOf({ event: 'signal.incident', data: { email } })).toEqual({
        'data.email': 'must be an e-mail address',
      });
    },
  );

  it('is refused if a text is another type', () => {
    const names = ['external_worker_id', 'email', 'learner_id', 'site', 'topic', 'category', 'dedupe_key'];
    const data = Object.fromEntries(names.map((name, index) => [name, [1, true, {}, [], ['x'], 0, false][index]]));
    expect(errorsOf({ event: 'signal.incident', data })).toEqual(
      Object.fromEntries(names.map((name) => [`data.${name}`, 'must be a string'])),
    );
  });

  it('is refused with all its errors at once', () => {
    const data = { email: 'nobody', topic: 'x'.repeat(256), severity: 9, dedupe_key: 1, action: 'undo' };
    expect(Object.keys(errorsOf({ event: 'incident', data })).toSorted()).toEqual([
      'data.action',
      'data.dedupe_key',
      'data.email',
      'data.severity',
      'data.topic',
      'event',
    ]);
    expect(Object.keys(errorsOf({ event: 'signal', data: { severity: 9 } })).toSorted()).toEqual([
      'data',
      'data.severity',
      'data.type',
    ]);
  });
});
