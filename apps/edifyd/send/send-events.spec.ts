import { describe, expect, it } from '@jest/globals';
import { type EngineResponse, Unreachable } from '../engine-http.js';
import { eventsOfLine } from './parse-events.js';
import type { PlacedEvent } from './read-events.js';
import { Sending } from './send-events.js';
import type { Tally } from './tally.js';

async function* eventsOn(lines: number): AsyncGenerator<PlacedEvent> {
  for (let line = 1; line <= lines; line++)
    for (const event of eventsOfLine(`{"event":"signal.x","data":{"dedupe_key":"${line}"}}`, line))
      yield { ...event, share: null };
}

const answer = (status: number, body: object, headers: Record<string, string> = {}): EngineResponse => ({
  status,
  headers: new Headers(headers),
  text: JSON.stringify(body),
});
const CREATED = answer(200, { ok: true, applied: true, deduped: false });
const BUSY = answer(503, { error: 'unavailable' }, { 'retry-after': '0' });

interface Given {
  /** The engine's response to each request, counted from 0. */
  readonly post: (request: number) => EngineResponse;
  readonly events?: AsyncGenerator<PlacedEvent>;
  readonly concurrency?: number;
  readonly patienceMs?: number;
  readonly onStop?: () => void;
}

function sending({ post, concurrency = 1, patienceMs = 60_000, onStop }: Given): {
  sending: Sending;
  requests: () => number;
} {
  let requests = 0;
  const deliver = (): Promise<EngineResponse> => {
    try {
      return Promise.resolve(post(requests++));
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return { sending: new Sending({ post: deliver, concurrency, patienceMs, onStop }), requests: () => requests };
}

const run = (given: Given): Promise<Tally> => sending(given).sending.run(given.events ?? eventsOn(3));
const gone = (): never => {
  throw new Unreachable('nothing listens there');
};

describe('sending events', () => {
  it('counts the results', async () => {
    const answers = [
      CREATED,
      answer(200, { ok: true, applied: true, deduped: true }),
      answer(422, { error: 'invalid_event', details: [] }),
    ];
    const tally = await run({ post: (request) => answers[request] ?? CREATED });
    expect(tally.report()).toMatchObject({
      json: { sent: 3, created: 1, joined: 1, refused: 1, refusals: [{ line: 3, reason: 'invalid_event' }] },
      failure: expect.stringMatching(/^1 of 3 events/),
    });
  });

  it('continues as long as some events are accepted', async () => {
    const tally = await run({
      post: (request) => (request % 3 === 0 ? CREATED : BUSY),
      events: eventsOn(20),
      concurrency: 4,
    });
    expect(tally).toMatchObject({ counts: { created: 20 }, stopped: null });
    expect(tally.retries).toBeGreaterThanOrEqual(36);
  });

  it('waits for an engine that was reachable before, and gives up if it stays unreachable', async () => {
    const back = await run({ post: (request) => (request === 1 ? gone() : CREATED) });
    expect(back).toMatchObject({ counts: { created: 3 }, retries: 1, stopped: null });
    const away = await run({ post: (request) => (request === 0 ? CREATED : gone()), patienceMs: 100 });
    expect(away).toMatchObject({ counts: { created: 1 }, stopped: { line: 2, reason: 'nothing listens there' } });
    expect(away.report().failure).toMatch(/^stopped at line 2: nothing listens there; sending all of it again is safe/);
  });

  it('does not wait for an engine that was never reachable', async () => {
    await expect(run({ post: gone, concurrency: 3 })).rejects.toThrow('nothing listens there');
  });

  it('waits no longer than its limit', async () => {
    const tally = await run({
      post: () => answer(429, { error: 'rate_limited' }, { 'retry-after': '3600' }),
      concurrency: 2,
    });
    expect(tally).toMatchObject({ sent: 0, stopped: { line: 1, reason: '429 rate_limited, and asks to wait 3600 s' } });
  });

  it('sends nothing more once every other event would fail', async () => {
    const { sending: one, requests } = sending({
      post: (request) => (request < 5 ? CREATED : answer(401, { error: 'bad_signature' })),
    });
    expect(await one.run(eventsOn(100))).toMatchObject({
      sent: 5,
      stopped: { line: 6, reason: expect.stringContaining('401') },
    });
    expect(requests()).toBe(6);
  });

  it('stops on request, also while it waits for the engine or for more events', async () => {
    let closed: () => void = () => undefined;
    const idle = async function* (): AsyncGenerator<PlacedEvent> {
      yield* eventsOn(1);
      await new Promise<void>((close) => (closed = close));
    };
    const { sending: one } = sending({
      post: () => answer(503, { error: 'unavailable' }, { 'retry-after': '50' }),
      concurrency: 3,
      onStop: () => closed(),
    });
    setTimeout(() => one.stop('interrupted'), 50);
    expect(await one.run(idle())).toMatchObject({ sent: 0, retries: 1, stopped: { reason: 'interrupted', line: 1 } });
  });

  it('throws the errors of reading events', async () => {
    const broken = async function* (): AsyncGenerator<PlacedEvent> {
      yield* eventsOn(1);
      throw new Error('the disk is gone');
    };
    await expect(run({ post: () => CREATED, events: broken(), concurrency: 3 })).rejects.toThrow('the disk is gone');
  });
});
