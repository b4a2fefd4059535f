import { describe, expect, it } from '@jest/globals';
import { ids } from '#platform/database';
import { sendSignal, sendUntilRead } from '../factories/signals.js';
import { startEngine } from '../harness/engine.js';
import { scaled } from '../harness/scale.js';

/** Sent while the engine stops. */
const UNTIL_STOPPED = scaled(240, 600);

describe('an engine that is stopped', () => {
  it('has stored all signals with a response', async () => {
    const engine = await startEngine({ worker: false });
    try {
      const tenant = await engine.createTenant();
      const sending = Array.from({ length: UNTIL_STOPPED }, (_value, index) =>
        sendUntilRead(tenant, { site: 'S', topic: `topic ${index}` }).catch(() => null),
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
      const data = { site: 'Site A', topic: 'Manual Handling' };
      expect(await sendSignal(tenant, data)).toMatchObject({ deduped: false });
      await first.app.close();
      const again = await startEngine({ worker: false, on: first });
      try {
        expect(await sendSignal(tenant.at(again.url), data)).toEqual({ ok: true, applied: true, deduped: true });
        expect(await first.database.query('select signal_count from need')).toEqual([{ signal_count: 2 }]);
      } finally {
        await again.close();
      }
    } finally {
      await first.close();
    }
  });
});
