import { isJsonObject, jsonFields, textOrNull } from '#platform/json';
import type { DateText } from '#platform/text';
import { REASON_KINDS, STATUSES } from '../rule/kinds.js';
import type { ChosenPeople } from './chosen-people.js';

/** The stored input of an operation that offers what people lack. */
export type MissingInput = ChosenPeople & { readonly dueAt: DateText | null };

/** @throws Error for the input of another kind of operation */
export function readMissingInput(input: unknown): MissingInput {
  const { workerIds, filter, dueAt: due } = jsonFields(input);
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

/** The previous version stored one value as text. */
function known<Value extends string>(values: readonly Value[], stored: unknown): Value[] | undefined {
  if (stored === undefined || stored === null) return undefined;
  const named: readonly unknown[] = Array.isArray(stored) ? stored : [stored];
  return values.filter((value) => named.includes(value));
}
