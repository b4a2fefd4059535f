import { type FieldError, Invalid } from '#platform/errors';
import { jsonFields, textOrNull } from '#platform/json';
import { DISMISS_REASONS, type DismissReason } from '../dismiss-reasons.js';
import type { BulkAction, BulkBody } from './bulk.dto.js';

/** The fields of each action. */
const FIELDS = {
  offer: ['courseId', 'target', 'dueAt'],
  dismiss: ['reason', 'note', 'until'],
  snooze: ['until'],
  author: ['force'],
} as const satisfies Record<BulkAction, ReadonlyArray<keyof BulkBody>>;
const REQUIRED = { offer: [], dismiss: ['reason'], snooze: ['until'], author: [] } as const satisfies Record<
  BulkAction,
  ReadonlyArray<keyof BulkBody>
>;
const OWN_FIELDS = ['courseId', 'target', 'dueAt', 'reason', 'note', 'until', 'force'] as const;

/**
 * Checks the fields of a body for its action.
 * @throws Invalid naming each field that is missing or belongs to another action
 */
export function checkFields(body: BulkBody): void {
  const { action, ids, filter, dryRun, cursor } = body;
  const errors: FieldError[] = [];
  if ((ids === undefined) === (filter === undefined))
    errors.push({ field: 'ids', message: 'must be given, or a filter, but not both' });
  if (typeof cursor === 'string' && dryRun !== true) errors.push({ field: 'cursor', message: 'belongs to a dry run' });
  const taken: readonly string[] = FIELDS[action];
  for (const field of OWN_FIELDS)
    if (body[field] !== undefined && !taken.includes(field))
      errors.push({ field, message: `does not belong to the action ${action}` });
  for (const field of REQUIRED[action])
    if (body[field] === undefined) errors.push({ field, message: `is required for the action ${action}` });
  if (errors.length > 0) throw new Invalid(errors);
}

/** The input of dismissing or snoozing needs. `until` is a day or a time of ISO 8601. */
export interface MoveInput {
  readonly reason: DismissReason | null;
  readonly note: string | null;
  readonly until: string | null;
}

/** Parses the input of a stored operation. */
export function readMoveInput(input: unknown): MoveInput {
  const { reason, note, until } = jsonFields(input);
  return {
    reason: DISMISS_REASONS.find((known) => known === reason) ?? null,
    note: textOrNull(note),
    until: textOrNull(until),
  };
}
