/**
 * How many attempts at a step may fail in the same way before its draft fails. Each way is counted by itself: an outage
 * does not use up the attempts that a wrong answer has. A provider that is unavailable may recover: the waits between
 * ten attempts add up to two minutes. A provider that accepts the connection and does not answer costs half a minute
 * each time. An unusable answer costs tokens each time, a refused key stays refused, and a step that the writer does not
 * have is not there the next time, either. A step with which a worker was lost would end other work, too.
 */
export const MAX_ATTEMPTS = {
  unavailable: 10,
  silent: 5,
  unusable: 4,
  refused: 3,
  unknownStep: 1,
  lost: 10,
  unexpected: 5,
} as const;

export type FailureKind = keyof typeof MAX_ATTEMPTS;
