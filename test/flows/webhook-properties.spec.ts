import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type TestEngine, sign, startEngine } from '../harness/engine.js';
import { anyBody } from '../harness/random-bodies.js';
import { retryUnavailable } from '../harness/retrying-fetch.js';
import { scaled } from '../harness/scale.js';
import type { TestTenant } from '../harness/tenant.js';

const AT_ONCE = 200;
const BATCHES = scaled(25, 100);

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
    const bodies = fc.sample(anyBody, AT_ONCE * BATCHES);
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
