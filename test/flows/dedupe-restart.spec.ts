import { describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { sign, startEngine } from '../harness/engine.js';
import { httpCall } from '../harness/http-call.js';
import { scaled } from '../harness/scale.js';
import type { TestTenant } from '../harness/tenant.js';

/** Sent while the engine stops. */
const UNTIL_STOPPED = scaled(240, 600);

interface WebhookResponse {
  readonly status: number;
  readonly deduped: boolean;
  readonly signalId?: string;
}

/** Repeats a data point whose body was read too late (408), as its sender does: the engine has stored nothing of it. */
async function send(tenant: TestTenant, data: object, event = 'signal.incident'): Promise<WebhookResponse> {
  let response = await tenant.send({ event, data });
  while (response.status === 408) response = await tenant.send({ event, data });
  return { status: response.status, ...((await response.json()) as { deduped: boolean; signalId?: string }) };
}

describe('an engine that is stopped', () => {
  it('has stored all signals with a response', async () => {
    const engine = await startEngine({ worker: false });
    try {
      const tenant = await engine.createTenant();
      const sending = Array.from({ length: UNTIL_STOPPED }, (_value, index) =>
        send(tenant, { site: 'S', topic: `topic ${index}` }).catch(() => null),
      );
      await Promise.all(sending.slice(0, UNTIL_STOPPED / 6));
      await engine.app.close();
      const accepted = (await Promise.all(sending)).flatMap((answer) =>
        answer?.status === 200 ? [answer.signalId] : [],
      );
      const stored = new Set(
        (await engine.database.query<{ id: string }>('select id from signal')).map(({ id }) => ids.show('sig', id)),
      );
      expect(accepted.length).toBeGreaterThanOrEqual(UNTIL_STOPPED / 6);
      expect(accepted.filter((id) => !stored.has(id ?? ''))).toEqual([]);
    } finally {
      await engine.close();
    }
  });
});

describe('a data point that is sent again after a restart', () => {
  it('joins its need', async () => {
    const first = await startEngine({ worker: false });
    try {
      const tenant = await first.createTenant();
      const body = JSON.stringify({ event: 'signal.incident', data: { site: 'Site A', topic: 'Manual Handling' } });
      const sendTo = async (url: string): Promise<unknown> => {
        const headers = { 'x-edifyd-signature': sign(tenant.signingSecret, body) };
        return (
          await httpCall('POST', `${url}/engine/v1/integration/${tenant.slug}/webhook`, { headers, body })
        ).json();
      };
      expect(await sendTo(first.url)).toMatchObject({ deduped: false });
      await first.app.close();
      const again = await startEngine({ worker: false, on: first });
      try {
        expect(await sendTo(again.url)).toEqual({ ok: true, applied: true, deduped: true });
        expect(await first.database.query('select signal_count from need')).toEqual([{ signal_count: 2 }]);
      } finally {
        await again.close();
      }
    } finally {
      await first.close();
    }
  });
});
