import { causesAt } from './causes-at.js';
import type { Rules, WaiverFact, WorkerFacts } from './facts.js';
import { at, facts, rules } from './sample-facts.js';

/** The causes at a time, in words, for specs. */
export const causesOf = (given: Partial<WorkerFacts>, tenant: Partial<Rules>, time: string): string[] =>
  causesAt(facts(given), rules(tenant), at(time)).map(({ kind, severity, waivedUntil }) =>
    [kind, severity, ...(waivedUntil === null ? [] : ['waived'])].join(' '),
  );

/** A waiver of what is named, until a time. */
export const waiver = (named: Partial<WaiverFact>, until: string): WaiverFact => ({
  requirementId: null,
  credentialKey: null,
  needId: null,
  until: at(until),
  ...named,
});
