import type { OfferInput } from './plan-offers.js';
import { TARGET_KINDS } from './offer.dto.js';
import type { Target } from './target.js';

/** Reads back what an operation keeps of an offer. @throws Error where it is none */
export function readOfferInput(input: unknown): OfferInput {
  const { courseId, target, dueAt } = fields(input);
  return { courseId: textOrNull(courseId), target: readTarget(target), dueAt: textOrNull(dueAt) };
}

function readTarget(value: unknown): Target {
  const { kind, id } = fields(value);
  if (kind === 'own' || kind === 'everyone') return { kind };
  const known = TARGET_KINDS.find((name) => name === kind);
  if (known === undefined || known === 'everyone' || typeof id !== 'string')
    throw new Error('an offer operation without a target');
  return { kind: known, id };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
