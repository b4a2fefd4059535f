import type { FieldProblem } from '../problem.js';
import type { Report } from '../report.js';
import type { SendResult } from './read-send-result.js';

/** A refused event: by the engine, or before sending if it is not a JSON object. */
export interface Refusal {
  readonly line: number;
  readonly reason: string;
  readonly details: readonly FieldProblem[];
}

/** Why sending stopped early; `line` is the first one whose event has no response, null if none was running. */
export interface Stopped {
  readonly reason: string;
  readonly line: number | null;
}

const COUNTED = ['created', 'joined', 'resolved', 'unchanged', 'completion'] as const;

/** Counts the results of events. */
export class Tally {
  readonly counts = { created: 0, joined: 0, resolved: 0, unchanged: 0, completion: 0 };
  readonly refusals: Refusal[] = [];
  /** Events with a response, including refusals. */
  sent = 0;
  private unsent = 0;
  retries = 0;
  stopped: Stopped | null = null;

  /** The engine has answered the event of a line. */
  answered(line: number, outcome: Exclude<SendResult, { kind: 'later' | 'stop' }>): void {
    this.sent++;
    if (outcome.kind === 'refused') this.refusals.push({ line, reason: outcome.reason, details: outcome.details });
    else this.counts[outcome.kind]++;
  }

  /** A line without a valid event, which was not sent. */
  broken(line: number, reason: string): void {
    this.unsent++;
    this.refusals.push({ line, reason, details: [] });
  }

  stop(reason: string): void {
    this.stopped ??= { reason, line: null };
  }

  /** An event has no response because sending has stopped. */
  unanswered(line: number): void {
    if (this.stopped !== null) this.stopped = { ...this.stopped, line: Math.min(line, this.stopped.line ?? line) };
  }

  report(): Report {
    const { sent, counts, retries, stopped } = this;
    const refusals = this.refusals.toSorted((one, other) => one.line - other.line);
    const seldom = COUNTED.slice(2).filter((kind) => counts[kind] > 0);
    const lines = [
      `sent       ${sent}`,
      ...[...COUNTED.slice(0, 2), ...seldom].map((kind) => `${kind.padEnd(10)} ${counts[kind]}`),
      `refused    ${refusals.length}`,
      ...refusals.map(({ line, reason }) => `  line ${line}: ${reason}`),
      ...(retries > 0 ? [`retries    ${retries}`] : []),
    ];
    return {
      lines,
      json: { sent, ...counts, refused: refusals.length, refusals, retries, stopped },
      failure: this.failure(),
    };
  }

  private failure(): string | undefined {
    const { sent, refusals, stopped, unsent } = this;
    if (stopped === null)
      return refusals.length === 0
        ? undefined
        : `${refusals.length} of ${sent + unsent} events refused: the summary has the lines and reasons`;
    const where = stopped.line === null ? '' : ` at line ${stopped.line}`;
    return `stopped${where}: ${stopped.reason}; sending all of it again is safe, as what was recorded joins`;
  }
}
