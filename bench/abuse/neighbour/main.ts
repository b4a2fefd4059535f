import { createHmac } from 'node:crypto';
import type { NeighbourAccess, NeighbourCommand, NeighbourReport, StartCommand } from './protocol.js';
import { Stream, type StreamOptions } from './stream.js';

/**
 * The neighbour: another tenant that uses the engine while an attack runs. It is a separate process, so that its
 * figures are those of the engine and not of a busy attacker.
 */
let streams: Readonly<Record<string, Stream>> = {};

const PROBE_EVERY_MS = 100;
const BATCH_EVERY_MS = 200;
const BATCH_BYTES = [100_000, 400_000] as const;
const EVENTS_IN_BATCH = 50;
const DISTINCT_KEYS = 50;

function started(
  { port, slug, adminToken, signingSecret }: NeighbourAccess,
  { sendsBatches, eventEveryMs }: Pick<StartCommand, 'sendsBatches' | 'eventEveryMs'>,
): Record<string, Stream> {
  const webhook = {
    port,
    method: 'POST',
    path: `/engine/v1/integration/${slug}/webhook`,
    keepsConnection: true,
  } as const;
  const needs: StreamOptions = {
    port,
    method: 'GET',
    path: '/engine/v1/admin/needs',
    headers: { authorization: `Bearer ${adminToken}` },
    everyMs: PROBE_EVERY_MS,
    keepsConnection: true,
  };
  return {
    event: new Stream({ ...webhook, everyMs: eventEveryMs, body: bodies(signingSecret, [event('')]) }),
    needs: new Stream(needs),
    // Like an orchestrator: on a new connection each time.
    live: new Stream({
      port,
      method: 'GET',
      path: '/engine/health/live',
      everyMs: PROBE_EVERY_MS,
      keepsConnection: false,
    }),
    ...(sendsBatches
      ? {
          batch: new Stream({
            ...webhook,
            everyMs: BATCH_EVERY_MS,
            body: bodies(signingSecret, BATCH_BYTES.map(batch)),
          }),
        }
      : {}),
  };
}

/** Signed bodies with different keys, so that some create a need and most join one. */
function bodies(signingSecret: string, templates: readonly string[]): NonNullable<StreamOptions['body']> {
  let sent = 0;
  return () => {
    const template = templates[sent % templates.length] ?? '';
    const bytes = Buffer.from(template.replaceAll('KEY', `neighbour-${sent++ % DISTINCT_KEYS}`));
    return { bytes, signature: createHmac('sha256', signingSecret).update(bytes).digest('hex') };
  };
}

function event(note: string): string {
  return JSON.stringify({
    event: 'signal.incident',
    data: { site: 'Site A', topic: 'Working at heights', dedupe_key: 'KEY', payload: { note } },
  });
}

/** A JSON array of about this size. */
function batch(bytes: number): string {
  const one = event('');
  const padded = event('x'.repeat(bytes / EVENTS_IN_BATCH - one.length));
  return `[${Array.from({ length: EVENTS_IN_BATCH }, () => padded).join(',')}]`;
}

async function report(): Promise<NeighbourReport> {
  const stopped = await Promise.all(
    Object.entries(streams).map(async ([name, stream]) => [name, await stream.stop()] as const),
  );
  streams = {};
  return Object.fromEntries(stopped);
}

process.on('message', (command: NeighbourCommand) => {
  if (command.do === 'start') streams = started(command.access, command);
  else void report().then((figures) => process.send?.(figures));
});
process.on('disconnect', () => process.exit(0));
