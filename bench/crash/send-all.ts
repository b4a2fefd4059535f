import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CrashEvent } from './crash-events.js';
import type { CrashTenant, CrashingEngine } from './crashing-engine.js';

export interface Sent {
  readonly answered: number;
  readonly created: number;
  readonly joined: number;
  /** Attempts without a response, or with 503. */
  readonly retries: number;
  /** Ids in 200 responses. */
  readonly signalIds: readonly string[];
}

const CONNECTIONS = 48;

/** Sends every event until it is answered 200, and kills the engine at random points spread over the whole. */
export async function sendAll(
  engine: CrashingEngine,
  tenant: CrashTenant,
  events: readonly CrashEvent[],
  kills: number,
): Promise<Sent> {
  let next = 0;
  let answered = 0;
  let retries = 0;
  const signalIds: string[] = [];
  const sender = async (): Promise<void> => {
    for (let event = events[next++]; event !== undefined; event = events[next++]) {
      let signalId = await post(engine.url, tenant, event);
      while (signalId === undefined) {
        retries++;
        await sleep(20);
        signalId = await post(engine.url, tenant, event);
      }
      answered++;
      if (signalId !== null) signalIds.push(signalId);
    }
  };
  const killer = async (): Promise<void> => {
    for (let kill = 1; kill <= kills; kill++) {
      const at = (events.length * (kill - Math.random())) / kills;
      while (answered < Math.min(at, events.length - 1)) await sleep(1);
      await engine.killAndRestart();
    }
  };
  await Promise.all([killer(), ...Array.from({ length: CONNECTIONS }, sender)]);
  return { answered, created: signalIds.length, joined: answered - signalIds.length, retries, signalIds };
}

/** @returns the id of a created signal, null for a joined one, undefined where there was no 200 */
async function post(
  url: string,
  { slug, signingSecret }: CrashTenant,
  { body }: CrashEvent,
): Promise<string | null | undefined> {
  const signature = createHmac('sha256', signingSecret).update(body).digest('hex');
  try {
    const response = await fetch(`${url}/engine/v1/integration/${slug}/webhook`, {
      method: 'POST',
      headers: { 'x-edifyd-signature': signature },
      body,
    });
    const answer = (await response.json()) as { signalId?: string };
    if (response.status === 200) return answer.signalId ?? null;
    if (response.status !== 503)
      throw new RangeError(`the webhook answered ${response.status}: ${JSON.stringify(answer)}`);
    return undefined;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return undefined;
  }
}
