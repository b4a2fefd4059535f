import { describe, expect, it } from '@jest/globals';
import { errorsOf, incident, pointOf } from './sample-events.js';

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
    expect(errorsOf(incident({ [name]: '🏗'.repeat(limit) }))).toEqual({});
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
