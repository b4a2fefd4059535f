import type { Attack, AttackResult } from './attack.js';
import type { StreamName } from './neighbour/protocol.js';

const STREAMS: Readonly<Record<StreamName, string>> = {
  event: 'an event',
  batch: 'a batch',
  needs: 'GET /needs',
  live: 'the liveness probe',
};

/** The violations during an attack. @returns one line for each */
export function faultsOf(attack: Attack, result: AttackResult): string[] {
  return [
    ...(result.isAlive ? [] : ['the engine ended']),
    ...neighbourFaults(result),
    ...waitFaults(result),
    ...logFaults(result),
    ...unexpected(result.answers, [...attack.allowed.map(String), 'closed']).map(
      (answer) => `the attacker got ${answer}`,
    ),
    ...(result.withoutRetryAfter > 0 ? [`${result.withoutRetryAfter} answers of 429 or 503 had no Retry-After`] : []),
    ...(result.isAlive ? (attack.faults?.(result) ?? []) : []),
  ];
}

function neighbourFaults({ neighbour }: AttackResult): string[] {
  return Object.entries(neighbour).flatMap(([name, { answers }]) => {
    const stream = STREAMS[name as StreamName];
    return [
      ...(answers['200'] === undefined ? [`the neighbour got no answer to ${stream}`] : []),
      ...unexpected(answers, ['200', TIMED_OUT]).map((answer) => `the neighbour got ${answer} to ${stream}`),
    ];
  });
}

/** The engine's answer when a call has reached its time limit. */
const TIMED_OUT = '503';

/**
 * What a machine that stands still for a second may also cause.
 * @returns one line for each kind of request for which the neighbour waited longer than the bound, or until the time
 *   limit of the engine
 */
export function waitFaults({ neighbour, bound, slowdown }: AttackResult): string[] {
  const boundMs = Math.round(bound.assertedMs * slowdown);
  return Object.entries(neighbour).flatMap(([name, { worstMs, answers }]) => {
    const stream = STREAMS[name as StreamName];
    const timedOut = answers[TIMED_OUT] ?? 0;
    return [
      ...(timedOut > 0 ? [`the neighbour got ${TIMED_OUT} (${timedOut} ×) to ${stream}`] : []),
      ...(worstMs > boundMs
        ? [`the neighbour waited ${Math.round(worstMs)} ms for ${stream}; the bound is ${boundMs} ms`]
        : []),
    ];
  });
}

/** Log lines about refused requests are limited; each answered request has a line. */
const LOG_BYTES_OF_REFUSALS = 150_000;
const LOG_BYTES_OF_CALL = 1_000;

function logFaults({ answers, logBytes }: AttackResult): string[] {
  const calls = Object.entries(answers).reduce((sum, [status, count]) => (status < '400' ? sum + count : sum), 0);
  const bound = LOG_BYTES_OF_REFUSALS + calls * LOG_BYTES_OF_CALL;
  return logBytes > bound
    ? [`${Math.round(logBytes / 1_000)} KB were logged; the bound is ${Math.round(bound / 1_000)} KB`]
    : [];
}

function unexpected(answers: Readonly<Record<string, number>>, expected: readonly string[]): string[] {
  return Object.entries(answers).flatMap(([status, count]) =>
    expected.includes(status) ? [] : [`${status} (${count} ×)`],
  );
}
