import { readFile } from 'node:fs/promises';
import { type Socket, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { figures } from './figures.js';
import { Load } from './load/load.js';
import { scaled } from '../harness/scale.js';
import { Stage } from './stage/stage.js';
import { verdict } from './stage/stored.js';

const SOCKETS = 500;
const DRIBBLE_MS = 500;
/**
 * Unfinished headers are cut off after five seconds, and so are bodies that bring less than 8 KiB a second; both are
 * looked for every second.
 */
const PATIENCE_SECONDS = scaled(9, 36);
/** The load beside them makes garbage too; what a process takes for that at first is not counted. */
const MAX_GROWTH_MB = 96;
const WARM_UP = 3_000;

const HEADERS = 'POST /engine/v1/integration/x/webhook HTTP/1.1\r\nhost: x\r\n';

describe(`${SOCKETS} slow sockets`, () => {
  let stage: Stage;
  const sockets: Socket[] = [];
  beforeEach(async () => {
    stage = await Stage.start();
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await stage.stop();
  });

  it(
    'do not delay other clients, are closed, and use little memory',
    async () => {
      const { pid } = await stage.api();
      const tenant = await stage.createTenant();
      const warmUp = await new Load(stage.url, tenant, { events: WARM_UP }).start().finished();
      const load = new Load(stage.url, tenant, { perSecond: 200 }).start();
      const memoryBefore = await residentMegabytes(pid);
      // Half of them never end their headers, half never their bodies.
      const { hostname, port } = new URL(stage.url);
      for (let index = 0; index < SOCKETS; index++) {
        sockets.push(connect(Number(port), hostname).on('error', () => undefined));
        sockets.at(-1)?.write(index % 2 === 0 ? HEADERS : `${HEADERS}content-length: 200000\r\n\r\n`);
      }
      const dribbling = setInterval(
        () => sockets.forEach((socket, index) => socket.writable && socket.write(index % 2 === 0 ? 'x-a: b\r\n' : 'x')),
        DRIBBLE_MS,
      );
      await sleep(PATIENCE_SECONDS * 1_000);
      clearInterval(dribbling);
      const memoryGrowth = (await residentMegabytes(pid)) - memoryBefore;
      const ledger = await load.stop();
      const cutOff = [0, 1].map(
        (half) => sockets.filter((socket, index) => index % 2 === half && socket.destroyed).length,
      );
      const { lost, duplicates, stored } = await verdict(stage.database, ledger);
      figures(`${SOCKETS} slow sockets for ${PATIENCE_SECONDS} s`, {
        sent: warmUp.sent + ledger.sent,
        answered: warmUp.answered + ledger.answered,
        stored,
        lost,
        duplicates,
        'slowest in ms': ledger.slowest,
        'headers cut off': cutOff[0] ?? 0,
        'bodies cut off': cutOff[1] ?? 0,
        'memory grown in MB': memoryGrowth,
      });
      expect({ statuses: ledger.statuses, unanswered: ledger.count('unanswered'), lost, duplicates }).toEqual({
        statuses: [200],
        unanswered: 0,
        lost: 0,
        duplicates: 0,
      });
      expect(cutOff).toEqual([SOCKETS / 2, SOCKETS / 2]);
      expect(ledger.slowest).toBeLessThan(2_000);
      expect(memoryGrowth).toBeLessThan(MAX_GROWTH_MB);
    },
    scaled(60_000, 90_000),
  );
});

async function residentMegabytes(pid: number): Promise<number> {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}
