import { setTimeout as sleep } from 'node:timers/promises';
import { Connection, type HttpResponse } from '../harness/load/connection.js';
import type { Created } from '../harness/load/drive.js';
import { PreparedRequests } from '../harness/load/prepared-requests.js';
import { Workload } from '../harness/load/workload.js';
import type { Stage } from '../harness/stage/stage.js';

/**
 * Longer than the time within which the wake-ups of a tenant are merged (250 ms, `signals/wake`), so that no data point
 * waits for the one before it. The rest is chance, so that it does not fall in step with the worker's sets.
 */
const PAUSE_MS = 280;
const CHANCE_MS = 60;
const MAX_REQUESTS = 2_000;

/** What one sender saw, and what it may count on. */
export interface OneAtATime {
  readonly created: readonly Created[];
  readonly events: number;
  readonly deduped: number;
  readonly distinctKeys: number;
}

/** Sends a tenant's data points one after the other, with a pause between them. */
export async function sendOneAtATime(
  port: number,
  { tenants, fleet }: Pick<Stage, 'tenants' | 'fleet'>,
  sender: number,
  goesOn: (sent: number) => boolean,
): Promise<OneAtATime> {
  const requests = PreparedRequests.make(MAX_REQUESTS, new Workload(fleet, [sender]), tenants);
  const connection = await Connection.open(port);
  const created: Created[] = [];
  let sent = 0;
  try {
    for (; sent < requests.count && goesOn(sent); sent++) {
      const { status, body } = await new Promise<HttpResponse>((answered, failed) =>
        connection.send(requests.at(sent), answered, failed),
      );
      const answeredAt = Date.now();
      if (status !== 200) throw new Error(`an answer other than 200: ${status} ${body}`);
      const signalId = /"signalId":"(\w+)"/.exec(body)?.[1];
      if (signalId !== undefined) created.push({ signalId, answeredAt });
      await sleep(PAUSE_MS + Math.random() * CHANCE_MS);
    }
  } finally {
    connection.close();
  }
  return { created, events: sent, deduped: sent - created.length, distinctKeys: requests.distinctKeys(sent) };
}
