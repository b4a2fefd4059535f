import { isJsonObject, jsonFields, textOrNull } from '#platform/json';
import type { DateText } from '#platform/text';
import { REASON_KINDS, STATUSES } from '../rule/kinds.js';
import type { ChosenPeople } from './chosen-people.js';

/** The input of an operation that offers what people lack. */
export type MissingInput = ChosenPeople & { readonly dueAt: DateText | null };

/**
 * The input as it is stored. During an upgrade, workers of the previous version run the operation, too. They read one
 * status and one kind as text, and ignore a list: they would offer to everybody. So one value is stored as text, and a
 * filter with several, or none, in a field that they do not know: their step fails, and is tried again.
 */
export function storedInput(input: MissingInput): object {
  if ('workerIds' in input) return input;
  const { filter, dueAt } = input;
  const { status, kind } = filter;
  if ([status, kind].some((values) => values !== undefined && values.length !== 1)) return { filters: filter, dueAt };
  return { filter: { ...filter, status: status?.[0], kind: kind?.[0] }, dueAt };
}

/** @throws Error for the input of another kind of operation */
export function readMissingInput(input: unknown): MissingInput {
  const { workerIds, filter: simple, filters: filter = simple, dueAt: due } = jsonFields(input);
  const dueAt = textOrNull(due);
  if (Array.isArray(workerIds)) return { workerIds: workerIds.filter((id) => typeof id === 'string'), dueAt };
  if (!isJsonObject(filter)) throw new Error('an operation that names nobody');
  const { site, group, role, status, kind, topic, q } = filter;
  return {
    filter: {
      site: text(site),
      group: text(group),
      role: text(role),
      status: known(STATUSES, status),
      kind: known(REASON_KINDS, kind),
      topic: text(topic),
      q: text(q),
    },
    dueAt,
  };
}

function text(value: unknown): string | undefined {
  return textOrNull(value) ?? undefined;
}

/** A single value is stored as text. */
function known<Value extends string>(values: readonly Value[], stored: unknown): Value[] | undefined {
  if (stored === undefined || stored === null) return undefined;
  const named: readonly unknown[] = Array.isArray(stored) ? stored : [stored];
  return values.filter((value) => named.includes(value));
}
