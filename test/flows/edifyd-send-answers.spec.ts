import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ndjson, signal, storedSignals } from '../factories/signals.js';
import { type CommandLine, openCommandLine } from '../harness/command-line.js';
import { type SharedEngine, sharedEngine, sign } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import { bodyOf, withServer } from '../harness/stand-in.js';

let engine: SharedEngine;
let edifyd: CommandLine;

beforeAll(async () => {
  engine = await sharedEngine({ worker: false });
  edifyd = await openCommandLine(engine);
});
afterAll(async () => {
  await edifyd.close();
});

const about = (topic: string, extra: object = {}): object => signal({ site: 'Site A', topic, ...extra });

describe('edifyd send', () => {
  it('signs and sends the exact bytes of the file', async () => {
    const texts = [
      '{"event":"signal.x", "data":{"site":"S","ref":12345678901234567890, "share":1.00}}',
      '{ "event":"signal.x","data":{"site":"Ü"} }',
    ];
    const got: Array<{ body: string; signed: boolean }> = [];
    await withServer(
      (request, response) => {
        void bodyOf(request).then((body) => {
          got.push({
            body: body.toString('utf8'),
            signed: request.headers['x-edifyd-signature'] === sign('s3cret', body),
          });
          response
            .setHeader('content-type', 'application/json')
            .end('{"ok":true,"applied":true,"deduped":false,"signalId":"sig_x"}');
        });
      },
      async (url) => {
        const options = { url, env: { EDIFYD_SECRET: 's3cret' }, input: `[${texts.join(',\n')}]` };
        expect(await edifyd.json(['send', 'any', '--file', '-', '--concurrency', '1'], options)).toMatchObject({
          created: 2,
        });
      },
    );
    expect(got).toEqual(texts.map((body) => ({ body, signed: true })));
  });

  it('stops at the first response that says that the secret is wrong', async () => {
    const tenant = await edifyd.createTenant('wrong-secret');
    const { status, out, err } = await edifyd.run(
      ['send', 'wrong-secret', '--file', '-', '--secret', 'whsec_wrong', '--json'],
      { input: ndjson(Array.from({ length: 500 }, (_, index) => about(`t${index}`))) },
    );
    expect(status).toBe(1);
    expect(err).toMatch(
      /^stopped at line 1: the signature is refused \(401\).*; sending all of it again is safe, as what was recorded joins\n$/,
    );
    expect(JSON.parse(out)).toMatchObject({ sent: 0, created: 0, stopped: { line: 1 } });
    expect(await storedSignals(engine, tenant)).toBe(0);
  });

  it('waits as long as Retry-After says, and sends again', async () => {
    const tenant = await edifyd.createTenant('busy');
    const answers = [
      { status: 503, error: 'unavailable' },
      { status: 429, error: 'rate_limited' },
    ];
    const arrivals: number[] = [];
    await withServer(
      (request, response) => {
        void bodyOf(request).then(async (body) => {
          arrivals.push(performance.now());
          const busy = answers.shift();
          if (busy !== undefined)
            return response.writeHead(busy.status, { 'retry-after': '1' }).end(JSON.stringify({ error: busy.error }));
          const headers = {
            'content-type': 'application/json',
            'x-edifyd-signature': String(request.headers['x-edifyd-signature']),
          };
          const answer = await httpCall('POST', `${engine.url}${request.url}`, { headers, body });
          return response.writeHead(answer.status).end(await answer.text());
        });
      },
      async (url) => {
        const input = ndjson([about('a'), about('b'), about('a')]);
        const summary = await edifyd.json(
          ['send', 'busy', '--file', '-', '--secret', tenant.signingSecret, '--concurrency', '1'],
          { url, input },
        );
        expect(summary).toMatchObject({ sent: 3, created: 2, joined: 1, retries: 2, stopped: null });
      },
    );
    expect(arrivals).toHaveLength(5);
    expect((arrivals[2] ?? 0) - (arrivals[0] ?? 0)).toBeGreaterThanOrEqual(1_990);
    expect(await storedSignals(engine, tenant)).toBe(3);
  });

  it('has as many concurrent requests as configured, and never two of one data point', async () => {
    let most = 0;
    let overlapped = false;
    const now = new Map<string, number>();
    const order: number[] = [];
    await withServer(
      (request, response) => {
        void bodyOf(request).then((body) => {
          const { data } = JSON.parse(body.toString('utf8')) as { data: { topic: string; n: number } };
          now.set(data.topic, (now.get(data.topic) ?? 0) + 1);
          most = Math.max(
            most,
            [...now.values()].reduce((sum, count) => sum + count, 0),
          );
          overlapped ||= now.get(data.topic) !== 1;
          if (data.topic === 'same') order.push(data.n);
          setTimeout(() => {
            now.set(data.topic, 0);
            response.end('{"ok":true,"applied":true,"deduped":true}');
          }, Math.random() * 20);
        });
      },
      async (url) => {
        const events = Array.from({ length: 60 }, (_, n) => about(n % 3 === 0 ? 'same' : `t${n}`, { n }));
        expect(
          await edifyd.json(['send', 'any', '--file', '-', '--concurrency', '4'], {
            url,
            env: { EDIFYD_SECRET: 's' },
            input: ndjson(events),
          }),
        ).toMatchObject({ joined: 60 });
      },
    );
    expect(overlapped).toBe(false);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
  });
});
