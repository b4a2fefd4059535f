import type { ReactNode } from 'react';
import { text } from '../text/text.js';
import { FieldError } from './text-field.js';

/** The engine's error in words, and its errors of fields by their names in the API. */
interface Refused {
  readonly error: string | null;
  readonly fields: ReadonlyMap<string, string>;
}

/** Why nothing was saved, unless a field of the form shows it. */
export function FormProblem({
  save: { error, fields },
  marked,
}: {
  readonly save: Refused;
  /** The fields that show their own errors, by their names in the API. */
  readonly marked: readonly string[];
}): ReactNode {
  if (error === null) return null;
  return <FieldError>{marked.some((field) => fields.has(field)) ? text.common.errors.notSaved : error}</FieldError>;
}
