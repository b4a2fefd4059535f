import { type FieldError, meantName, unknownMessage } from '../../errors/index.js';
import type { HandlerQuery } from './handler-query.js';

/** The refusal of each parameter that a handler does not declare, with what was probably meant. */
export function undeclaredParameters(
  sent: readonly string[],
  { passes, names, bodyFields }: HandlerQuery,
): readonly FieldError[] {
  if (passes) return [];
  return sent
    .filter((name) => !names.includes(name))
    .map((name) => {
      const rule = unknownMessage('query parameter', name, names);
      const inBody = meantName(name, names) === undefined ? meantName(name, bodyFields) : undefined;
      return { field: name, message: inBody === undefined ? rule : `${rule}: send ${inBody} in the body` };
    });
}
