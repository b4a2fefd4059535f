import { Connection, type HttpAnswer } from './connection.js';
import type { PreparedRequests } from './prepared-requests.js';

export interface Target {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
}

/** What one run of the load saw. Times in milliseconds unless said otherwise. */
export interface LoadResult {
  readonly answers: number;
  /** From the first request to the last answer. */
  readonly seconds: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly slowest: number;
  readonly statuses: Readonly<Record<string, number>>;
  /** Answers that said "deduped": true. */
  readonly deduped: number;
  /** Data points that the answered requests named. */
  readonly distinctKeys: number;
  /** Whether the requests lasted to the end; a run that used them up is shorter, not wrong. */
  readonly ranOut: boolean;
  /** The first answer that was not 200. */
  readonly firstRefusal: string | null;
}

/** Sends the prepared requests in their order, each connection its next one as soon as the last is answered, until time or requests are up. */
export async function drive(requests: PreparedRequests, { port, connections, seconds }: Target): Promise<LoadResult> {
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  const latencies = new Float32Array(requests.count);
  const statuses: Record<string, number> = {};
  let sent = 0;
  let answers = 0;
  let deduped = 0;
  let firstRefusal: string | null = null;
  const began = performance.now();
  const deadline = began + seconds * 1000;
  let lastAnswer = began;

  const answeredIn = (milliseconds: number, { status, body }: HttpAnswer): void => {
    latencies[answers++] = milliseconds;
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (status !== 200) firstRefusal ??= `${status} ${body}`;
    else if (body.includes('"deduped":true')) deduped++;
  };
  const keepSending = (connection: Connection): Promise<void> =>
    new Promise((resolve, reject) => {
      const sendNext = (): void => {
        const sentAt = performance.now();
        if (sentAt >= deadline || sent >= requests.count) return resolve();
        connection.send(requests.at(sent++), (answer) => {
          lastAnswer = performance.now();
          answeredIn(lastAnswer - sentAt, answer);
          sendNext();
        }, reject);
      };
      sendNext();
    });

  try {
    await Promise.all(open.map(keepSending));
  } finally {
    for (const connection of open) connection.close();
  }
  const took = (lastAnswer - began) / 1000;
  const sorted = latencies.subarray(0, answers).toSorted();
  const percentile = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    answers, seconds: took, perSecond: answers / took, p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99), slowest: percentile(1),
    statuses, deduped, distinctKeys: requests.distinctKeys(sent), ranOut: sent >= requests.count, firstRefusal,
  };
}
