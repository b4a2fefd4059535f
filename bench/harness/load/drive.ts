import { percentile } from '../figures.js';
import { Connection, type HttpResponse } from './connection.js';
import type { PreparedRequests } from './prepared-requests.js';

export interface Target {
  /** The ports of the serving processes, among which the connections are distributed. */
  readonly ports: readonly number[];
  readonly connections: number;
  readonly seconds: number;
  /** Requests a second at fixed times; unset: each connection sends the next one after the response. */
  readonly perSecond?: number;
  /** Whether to record the signals in the responses, and their times. */
  readonly keepsCreated?: boolean;
}

/** A signal in a response. */
export interface Created {
  /** As shown: `sig_…`. */
  readonly signalId: string;
  /** When the response arrived, in milliseconds since the epoch. */
  readonly answeredAt: number;
}

/** The result of one run of the load. Times are in milliseconds unless said otherwise. */
export interface LoadResult {
  readonly answers: number;
  /** Data points in the answered requests: one for each response, unless batches were sent. */
  readonly events: number;
  /** From the first request to the last response. */
  readonly seconds: number;
  /** Responses a second. */
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly slowest: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** Data points with the response "deduped": true. */
  readonly deduped: number;
  /** Distinct data points in the answered requests. */
  readonly distinctKeys: number;
  /** Empty unless requested. */
  readonly created: readonly Created[];
  /** Whether the run used up the requests: it is shorter then, but valid. */
  readonly ranOut: boolean;
  /** The first response that was not 200, or of a batch with a refused data point. */
  readonly firstRefusal: string | null;
}

/** Sends the prepared requests in order, until the time is over or no requests are left. */
export async function drive(
  requests: PreparedRequests,
  { ports, connections, seconds, perSecond, keepsCreated = false }: Target,
): Promise<LoadResult> {
  const open = await Promise.all(
    Array.from({ length: connections }, (_, index) => Connection.open(ports[index % ports.length] ?? 0)),
  );
  const latencies = new Float32Array(requests.count);
  const statuses: Record<string, number> = {};
  const created: Created[] = [];
  let sent = 0;
  let answers = 0;
  let deduped = 0;
  let firstRefusal: string | null = null;
  const began = performance.now();
  const deadline = began + seconds * 1000;
  let lastAnswer = began;

  const answeredIn = (milliseconds: number, { status, body }: HttpResponse): void => {
    latencies[answers++] = milliseconds;
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status !== 200 || body.includes('"error"')) firstRefusal ??= `${status} ${body.slice(0, 500)}`;
    else deduped += occurrences(body, '"deduped":true');
    const signalId = keepsCreated ? /"signalId":"(\w+)"/.exec(body)?.[1] : undefined;
    if (signalId !== undefined) created.push({ signalId, answeredAt: Date.now() });
  };
  const dueAt = (index: number): number => (perSecond === undefined ? 0 : began + (index * 1000) / perSecond);
  const keepSending = (connection: Connection): Promise<void> =>
    new Promise((resolve, reject) => {
      const send = (index: number): void => {
        const sentAt = performance.now();
        connection.send(
          requests.at(index),
          (answer) => {
            lastAnswer = performance.now();
            answeredIn(lastAnswer - sentAt, answer);
            sendNext();
          },
          reject,
        );
      };
      const sendNext = (): void => {
        const now = performance.now();
        const due = dueAt(sent);
        if (Math.max(now, due) >= deadline || sent >= requests.count) return resolve();
        const index = sent++;
        if (due > now) setTimeout(send, due - now, index);
        else send(index);
      };
      sendNext();
    });

  try {
    await Promise.all(open.map(keepSending));
  } finally {
    for (const connection of open) connection.close();
  }
  const took = (lastAnswer - began) / 1000;
  const answered = latencies.subarray(0, answers);
  return {
    answers,
    events: requests.events(sent),
    seconds: took,
    perSecond: answers / took,
    p50: percentile(answered, 0.5),
    p95: percentile(answered, 0.95),
    p99: percentile(answered, 0.99),
    slowest: percentile(answered, 1),
    statuses,
    deduped,
    distinctKeys: requests.distinctKeys(sent),
    created,
    ranOut: sent >= requests.count,
    firstRefusal,
  };
}

function occurrences(text: string, part: string): number {
  let found = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) found++;
  return found;
}
