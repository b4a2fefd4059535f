import { createContext, use } from 'react';

/** What the engine refused in the fields of a form, by their names in the API. The field of that name shows it. */
export type FieldErrors = ReadonlyMap<string, string>;

export const NO_FIELD_ERRORS: FieldErrors = new Map();

export const FieldProblems = createContext<FieldErrors>(NO_FIELD_ERRORS);

/** What the engine refused in a field, or in a part of it: `topics.2` is a part of `topics`. Null: nothing. */
export function useFieldProblem(name: string | undefined): string | null {
  const problems = use(FieldProblems);
  if (name === undefined) return null;
  const [, problem = null] = [...problems].find(([field]) => `${field}.`.startsWith(`${name}.`)) ?? [];
  return problem;
}

/** Whether the form has a field for each error, which shows it. */
export function areAllShown(errors: FieldErrors, form: HTMLFormElement | null): boolean {
  return errors.size > 0 && [...errors.keys()].every((field) => hasField(form, field));
}

function hasField(form: HTMLFormElement | null, field: string): boolean {
  if (form?.elements.namedItem(field) instanceof Element) return true;
  const whole = field.slice(0, Math.max(0, field.lastIndexOf('.')));
  return whole !== '' && hasField(form, whole);
}
