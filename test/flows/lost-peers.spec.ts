import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EngineBehindProxy, startEngineBehindProxy } from '../harness/engine-behind-proxy.js';
import { eventually } from '../harness/eventually.js';

const ESTABLISHED = '01';
const KEEPALIVE = '02';

let engine: EngineBehindProxy;

beforeAll(async () => {
  engine = await startEngineBehindProxy();
});
afterAll(() => engine.close());

/** The timers of the open connections to PostgreSQL (proc(5), "/proc/net/tcp"). */
async function timers(): Promise<string[]> {
  const port = `:${engine.postgres.port.toString(16).toUpperCase().padStart(4, '0')}`;
  const rows = (await readFile('/proc/net/tcp', 'utf8')).split('\n').map((row) => row.trim().split(/\s+/));
  return rows
    .filter(([, , peer, state]) => peer?.endsWith(port) === true && state === ESTABLISHED)
    .map(([, , , , , timer = '']) => timer.slice(0, 2));
}

describe('if the machine of the other side is gone', () => {
  it('the engine notices it on every connection to PostgreSQL', async () => {
    await eventually(async () => {
      const found = await timers();
      expect(found.length).toBeGreaterThan(5);
      expect(new Set(found)).toEqual(new Set([KEEPALIVE]));
    });
  });

  it('PostgreSQL notices it on every connection that stays open, and releases its locks', () => {
    // Probes, the others, open a connection for one statement.
    const isLasting = (startUp: string): boolean => startUp.includes('options');
    const lasting = engine.postgres.startUps.filter(isLasting);
    expect(lasting.length).toBeGreaterThan(5);
    for (const startUp of lasting) expect(startUp).toMatch(/-c tcp_keepalives_idle=\d/);
  });
});
