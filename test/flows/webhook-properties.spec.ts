import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type TestEngine, sign, startEngine } from '../harness/engine.js';
import { retryUnavailable } from '../harness/retrying-fetch.js';
import { scaled } from '../harness/scale.js';
import type { TestTenant } from '../harness/tenant.js';

const AT_ONCE = 200;
const BATCHES = scaled(25, 100);

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

const body = fc
  .oneof(
    { arbitrary: nearEvent, weight: 5 },
    { arbitrary: batch, weight: 1 },
    { arbitrary: damaged, weight: 3 },
    { arbitrary: fc.json({ maxDepth: 4 }), weight: 1 },
    { arbitrary: fc.uint8Array({ maxLength: 200 }), weight: 1 },
  )
  .map((sent) => Buffer.from(sent));

/** JSON text that is equal for equal values, whatever the order of their names. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

describe(`${AT_ONCE * BATCHES} random signed bodies, ${AT_ONCE} at a time`, () => {
  let engine: TestEngine;
  let tenant: TestTenant;

  beforeAll(async () => {
    engine = await startEngine({ worker: false });
    tenant = await engine.createTenant();
  });
  afterAll(() => engine.close());

  interface Answered {
    readonly body: Buffer;
    readonly status: number;
    readonly answer: string;
  }

  async function send(sent: Buffer): Promise<Answered> {
    return retryUnavailable('a body', async () => {
      const { statusCode, payload } = await engine.app.inject({
        method: 'POST',
        url: `/engine/v1/integration/${tenant.slug}/webhook`,
        headers: { 'x-edifyd-signature': sign(tenant.signingSecret, sent) },
        payload: sent,
      });
      return { body: sent, status: statusCode, answer: payload };
    });
  }

  const ACCEPTED =
    /^\{"ok":true,"applied":(?:false|true,(?:"signalId":"sig_[0-9a-z]{26}","deduped":false|"deduped":true|"resolved":true))(?:,"warnings":\[\{"field":"data\.[^]+","message":"[^]+"\}\])?\}$/;
  const INVALID = /^\{"error":"invalid_event","details":\[\{"field":"[^]+","message":"[^]+"\}\]\}$/;

  /** What was answered to each event of a body: those of a batch, in order, or the one that it is. */
  function eventsOf({ body: sent, status, answer }: Answered): Array<{ event: unknown; answer: string }> {
    if (status !== 200) return [];
    const { results } = JSON.parse(answer) as { results?: unknown[] };
    const value: unknown = JSON.parse(sent.toString());
    if (results === undefined) return [{ event: value, answer }];
    if (!Array.isArray(value) || value.length !== results.length)
      throw new Error(`${results.length} results for ${sent.toString()}`);
    return results.map((result, index) => ({ event: value[index] as unknown, answer: JSON.stringify(result) }));
  }

  function isAsTheContractSays(answered: Answered): boolean {
    if (answered.status === 400) return answered.answer === '{"error":"invalid_json"}';
    if (answered.status === 422) return INVALID.test(answered.answer);
    return (
      answered.status === 200 && eventsOf(answered).every(({ answer }) => ACCEPTED.test(answer) || INVALID.test(answer))
    );
  }

  it('get the responses of the contract, and are stored exactly if the response says so', async () => {
    const all: Answered[] = [];
    const bodies = fc.sample(body, AT_ONCE * BATCHES);
    for (let start = 0; start < bodies.length; start += AT_ONCE) {
      all.push(...(await Promise.all(bodies.slice(start, start + AT_ONCE).map(send))));
    }
    expect(
      all
        .filter((each) => !isAsTheContractSays(each))
        .map(({ body: sent, ...answered }) => ({ sent: sent.toString(), ...answered }))
        .slice(0, 5),
    ).toEqual([]);

    const accepted = all.flatMap(eventsOf).filter(({ answer }) => ACCEPTED.test(answer));
    const stored = await engine.database.query<{ outcome: string; raw: unknown }>('select outcome, raw from signal');
    expect(stored.map(({ raw }) => canonical(raw)).toSorted()).toEqual(
      accepted.map(({ event: sent }) => canonical(sent)).toSorted(),
    );
    const answeredBy: Record<string, string> = {
      created: '"deduped":false',
      joined: '"deduped":true',
      resolved: '"resolved":true',
      nothing_open: '"applied":false',
    };
    const counts = Object.entries(answeredBy).map(([outcome, mark]) => [
      outcome,
      accepted.filter(({ answer }) => answer.includes(mark)).length,
    ]);
    expect(counts.map(([outcome]) => [outcome, stored.filter((signal) => signal.outcome === outcome).length])).toEqual(
      counts,
    );
    const [created = 0, joined = 0, resolved = 0] = counts.map(([, count]) => Number(count));
    const [needs] = await engine.database.query(
      'select count(*)::integer as needs, count(*) filter (where closed_at is null)::integer as open, sum(signal_count)::integer as signals from need',
    );
    expect(needs).toEqual({ needs: created, open: created - resolved, signals: created + joined + resolved });
    // Random bodies that never get past the parser would prove nothing.
    for (const status of [200, 400, 422])
      expect(all.filter((each) => each.status === status).length).toBeGreaterThan(all.length / 10);
    for (const [outcome, count] of counts)
      expect([outcome, Number(count) > all.length / 2_000]).toEqual([outcome, true]);
  });
});
