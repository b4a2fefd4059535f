import { type FieldError, meantName, unknownMessage } from '../../errors/index.js';
import type { HandlerInput } from './handler-query.js';

/** The refusal of each parameter that a handler does not declare, with what was probably meant. */
export function undeclaredParameters(
  sent: readonly string[],
  { passes, names, bodyFields }: HandlerInput,
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

/** The refusal of each field in the body of a handler that takes none, with where it was probably meant to be. */
export function undeclaredFields(
  sent: readonly string[],
  { takesBody, queryFields }: HandlerInput,
): readonly FieldError[] {
  if (takesBody) return [];
  return sent.map((name) => {
    const rule = unknownMessage('field', name, []);
    const inQuery = meantName(name, queryFields);
    return { field: name, message: inQuery === undefined ? rule : `${rule}: send ${inQuery} in the query` };
  });
}
