import type { Drain } from '../../harness/drain.js';
import type { Turns } from './take-turns.js';

/** The result of a phase. */
export interface PhaseResult {
  readonly turns: Turns;
  /** How the engine's worker dealt with what was accepted, one a drain. */
  readonly drains: readonly Drain[];
  /** Resolution while accepting, one a round; empty in the other phases. */
  readonly whileAccepting: readonly WhileAccepting[];
  /** Wrong counts that belong to no single turn. */
  readonly wrong: readonly string[];
}

/** What the worker did during a measured run. */
export interface WhileAccepting {
  readonly backlogBefore: number;
  readonly backlogAfter: number;
  readonly resolvedPerSecond: number;
  readonly writtenDrafts: number;
}
