import fc from 'fast-check';

const text = fc.oneof(
  {
    arbitrary: fc.constantFrom(
      'a',
      'Site A',
      'W-1',
      'Manual Handling',
      ' ',
      '',
      ':',
      '%',
      'é',
      '🏗',
      '__proto__',
      'sha256:',
    ),
    weight: 16,
  },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 20 }), weight: 3 },
  { arbitrary: fc.constant('a\0'), weight: 1 },
  {
    arbitrary: fc
      .tuple(fc.constantFrom('x', 'ﷺ', '𝕏', '\\', '"', '\u{10FFFF}'), fc.integer({ min: 90, max: 330 }))
      .map(([unit, count]) => unit.repeat(count)),
    weight: 1,
  },
);
const anything = fc.oneof({ arbitrary: text, weight: 3 }, { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 1 });
const email = fc.oneof(
  { arbitrary: fc.constantFrom('a@acme.com', 'Jordan@Acme.com', ''), weight: 12 },
  { arbitrary: fc.emailAddress(), weight: 6 },
  { arbitrary: text, weight: 1 },
);

const data = fc.record(
  {
    site: text,
    external_worker_id: text,
    email,
    learner_id: text,
    topic: text,
    category: text,
    dedupe_key: text,
    action: fc.oneof(
      { arbitrary: fc.constant('trigger'), weight: 3 },
      { arbitrary: fc.constant('resolve'), weight: 1 },
    ),
    severity: fc.oneof(
      { arbitrary: fc.integer({ min: 1, max: 4 }), weight: 9 },
      { arbitrary: fc.integer({ min: -1, max: 6 }), weight: 1 },
    ),
    payload: fc.jsonValue({ maxDepth: 4 }),
  },
  { requiredKeys: [] },
);
const event = fc.record({
  event: fc.oneof(
    fc.constantFrom('signal.incident', 'signal.credential_expired', 'signal.near_miss', 'signal'),
    text.map((type) => `signal.${type}`),
  ),
  data,
});

/** A valid event, or one with a field that is something else, or with more fields. */
const nearEvent = fc
  .tuple(
    event,
    fc.option(
      fc.tuple(
        fc.constantFrom('site', 'email', 'topic', 'type', 'severity', 'dedupe_key', 'action', 'extra', '__proto__'),
        anything,
      ),
      { freq: 2 },
    ),
  )
  .map(([valid, change]) =>
    JSON.stringify(
      change === null ? valid : { ...valid, data: Object.fromEntries([...Object.entries(valid.data), change]) },
    ),
  );

/** The text of an event with a few characters cut out, put in or said twice. */
const damaged = fc
  .tuple(
    nearEvent,
    fc.array(
      fc.tuple(
        fc.nat(400),
        fc.nat(6),
        fc.constantFrom(
          '',
          '"',
          '{',
          '}',
          ',',
          ':',
          '\\',
          '\\u0000',
          '\\ud800',
          '1e999',
          '1e-99999',
          '\uFEFF',
          'null,',
        ),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([valid, cuts]) =>
    cuts.reduce((body, [at, length, put]) => body.slice(0, at) + put + body.slice(at + length), valid),
  );

/** A batch of a few events, some of which are damaged. */
const batch = fc
  .array(fc.oneof({ arbitrary: nearEvent, weight: 8 }, { arbitrary: damaged, weight: 1 }), { maxLength: 4 })
  .map((events) => `[${events.join(', ')}]`);

/** A body as a source system may send it: valid, nearly valid, damaged, or anything else. */
export const anyBody: fc.Arbitrary<Buffer> = fc
  .oneof(
    { arbitrary: nearEvent, weight: 5 },
    { arbitrary: batch, weight: 1 },
    { arbitrary: damaged, weight: 3 },
    { arbitrary: fc.json({ maxDepth: 4 }), weight: 1 },
    { arbitrary: fc.uint8Array({ maxLength: 200 }), weight: 1 },
  )
  .map((sent) => Buffer.from(sent));
