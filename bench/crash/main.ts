import { rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CrashingEngine } from './crashing-engine.js';
import { crashEvents } from './crash-events.js';
import { sendAll } from './send-all.js';
import { verify } from './verify.js';

/**
 * `npm run bench:crash`: sends shuffled events with 30 % duplicates while the engine, started like `npm start`, is
 * repeatedly killed; the client re-sends events without a response. Then the database must contain every event with a
 * 200, one open need for each key, and nothing unresolved. Exits with 1 otherwise.
 */
const { values } = parseArgs({
  options: { events: { type: 'string', default: '50000' }, kills: { type: 'string', default: '10' } },
});
const events = crashEvents(Number(values.events));
const kills = Number(values.kills);
const folder = await mkdtemp(join(tmpdir(), 'engine-crash-'));
const engine = await CrashingEngine.start(folder);
try {
  const tenant = await engine.createTenant('crash');
  const began = performance.now();
  const sent = await sendAll(engine, tenant, events, kills);
  const seconds = (performance.now() - began) / 1_000;
  const drainSeconds = await engine.waitUntilResolved(tenant);
  await engine.stop();
  const report = {
    ...sent,
    kills,
    seconds: Math.round(seconds),
    drainSeconds: Math.round(drainSeconds),
    ...(await verify(folder, tenant.slug, events, sent.signalIds)),
  };
  const { signalIds: _signalIds, ...figures } = report;
  console.log(JSON.stringify(figures, null, 2));
  process.exitCode = report.faults.length === 0 ? 0 : 1;
} finally {
  await engine.stop();
  await rm(folder, { recursive: true, force: true });
}
