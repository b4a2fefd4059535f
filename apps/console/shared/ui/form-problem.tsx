import type { ReactNode } from 'react';
import type { Change } from '../api/use-change.js';
import { text } from '../text/text.js';
import { FieldError } from './text-field.js';

/** Why nothing was saved; where a field of the form says so, only that one does. */
export function FormProblem({
  save: { error, fields },
  marked,
}: {
  readonly save: Pick<Change<never>, 'error' | 'fields'>;
  /** The fields that show what the engine refused in them, by their names in the API. */
  readonly marked: readonly string[];
}): ReactNode {
  if (error === null) return null;
  return <FieldError>{marked.some((field) => fields.has(field)) ? text.common.errors.notSaved : error}</FieldError>;
}
