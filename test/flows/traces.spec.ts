import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { signal } from '../factories/signals.js';
import { redisUrl } from '../harness/database.js';
import { type TestEngine, startEngine } from '../harness/engine.js';
import { eventually } from '../harness/eventually.js';
import { shortestTime } from '../harness/timing.js';
import { type CollectedSpan, type TraceCollector, startTraceCollector } from '../harness/trace-collector.js';

const WEBHOOK = 'POST /engine/v1/integration/:tenant/webhook';
const event = (externalWorkerId: string): string =>
  JSON.stringify(signal({ external_worker_id: externalWorkerId, topic: 'TOPIC-OF-THE-PAYLOAD' }));

let collector: TraceCollector;
let engine: TestEngine;

beforeEach(async () => {
  collector = await startTraceCollector();
});
afterEach(() => collector.close());

/** The engine with traces on; `ratio` of the requests that come without a trace begin one. */
const start = async (redis: string | null, ratio: string): Promise<void> => {
  engine = await startEngine({
    redisUrl: redis,
    environment: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, OTEL_TRACES_SAMPLER_ARG: ratio },
  });
};
/** All spans: a stopping engine sends what it still holds. */
const stop = async (): Promise<readonly CollectedSpan[]> => {
  await engine.close();
  return collector.spans;
};

describe.each([['PostgreSQL', null], ...(redisUrl === null ? [] : [['Redis', redisUrl] as const])])(
  'a trace, with %s as queue',
  (_queue, redis) => {
    it('leads from the webhook through the record to the job that resolves the need', async () => {
      await start(redis, '1');
      const tenant = await engine.createTenant();
      expect((await tenant.sendRaw(event('W-1'))).status).toBe(200);
      await tenant.resolvedNeeds();
      const spans = await stop();
      const webhook = spans.find(({ name }) => name === WEBHOOK);
      const trace = spans.filter(({ traceId }) => traceId === webhook?.traceId);
      expect(new Set(trace.map(({ name }) => name))).toEqual(
        new Set([
          WEBHOOK,
          'record',
          'add resolve-needs.resolve-needs',
          'process resolve-needs',
          'resolve needs',
          'read needs',
          'match topics',
          'store resolutions',
          'close renewed needs',
          'complete resolve-needs',
        ]),
      );
      expect(webhook?.attributes).toMatchObject({
        'http.response.status_code': 200,
        outcome: 'created',
        'tenant.id': expect.any(String),
      });
      expect(trace.find(({ name }) => name === 'record')).toMatchObject({
        parentSpanId: webhook?.spanId,
        attributes: { signals: 1 },
      });
      expect(trace.find(({ name }) => name === 'resolve needs')?.attributes).toMatchObject({
        'tenant.id': webhook?.attributes['tenant.id'],
        'needs.read': 1,
        'needs.resolved': 1,
        'needs.failed': 0,
      });
      expect(new Set(trace.map(({ service }) => service))).toEqual(new Set(['readiness-engine-standalone']));
      const sent = JSON.stringify(spans);
      const { signingSecret, adminToken } = tenant;
      for (const secret of ['TOPIC-OF-THE-PAYLOAD', 'W-1', signingSecret, adminToken, engine.operatorToken])
        expect(sent).not.toContain(secret);
    });

    it('continues the trace of the request, and is started for no others', async () => {
      await start(redis, '0');
      const tenant = await engine.createTenant();
      const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
      await tenant.sendRaw(event('W-1'));
      await tenant.resolvedNeeds();
      await tenant.sendRaw(event('W-2'), {
        traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
        baggage: 'who=BAGGAGE-OF-A-STRANGER',
        tracestate: 'x=STATE-OF-A-STRANGER',
      });
      await tenant.resolvedNeeds();
      const spans = await stop();
      expect(new Set(spans.map((span) => span.traceId))).toEqual(new Set([traceId]));
      expect(spans.find(({ name }) => name === WEBHOOK)?.parentSpanId).toBe('00f067aa0ba902b7');
      expect(spans.map(({ name }) => name)).toContain('process resolve-needs');
      expect(JSON.stringify(spans)).not.toContain('OF-A-STRANGER');
    });
  },
);

describe('requests that are recorded together', () => {
  it('are linked by one span, and a need is shown with the first of them', async () => {
    await start(null, '1');
    const tenant = await engine.createTenant();
    await Promise.all(Array.from({ length: 40 }, (_value, worker) => tenant.sendRaw(event(`W-${worker}`))));
    await tenant.resolvedNeeds();
    const spans = await stop();
    const webhooks = spans.filter(({ name }) => name === WEBHOOK);
    const records = spans.filter(({ name }) => name === 'record');
    expect(webhooks).toHaveLength(40);
    expect(records.length).toBeLessThan(40);
    // A batch that waited too long for a lock is written in parts, with a span each.
    const reached = new Set(records.flatMap(({ traceId, links }) => [traceId, ...links.map((link) => link.traceId)]));
    expect([...reached].toSorted()).toEqual(webhooks.map(({ traceId }) => traceId).toSorted());
  });
});

describe('a backlog', () => {
  it('is not in one trace, which ends with the first set of needs', async () => {
    await start(null, '0');
    const tenant = await engine.createTenant();
    const sampled = { traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' };
    const events = Array.from({ length: 1_000 }, (_value, worker) => JSON.parse(event(`W-${worker}`)) as unknown);
    expect((await tenant.sendRaw(JSON.stringify(events), sampled)).status).toBe(200);
    await tenant.resolvedNeeds();
    await eventually(async () => {
      const [{ waiting } = { waiting: -1 }] = await engine.database.query<{ waiting: number }>(
        'select count(*)::integer as waiting from need where unresolved_since is not null',
      );
      expect(waiting).toBe(0);
    });
    const spans = await stop();
    expect(spans.filter(({ name }) => name === 'resolve needs')).toHaveLength(1);
  });
});

describe('an unavailable collector', () => {
  it('affects no response, and delays the end by a moment at most', async () => {
    await collector.close();
    const startAndStop = async (): Promise<void> => {
      await start(null, '1');
      const tenant = await engine.createTenant();
      expect((await tenant.send(JSON.parse(event('W-1')))).status).toBe(200);
      await stop();
    };
    expect(await shortestTime(startAndStop, 5_000)).toBeLessThan(5_000);
  });
});
