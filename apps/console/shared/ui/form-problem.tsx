import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { text } from '../text/text.js';
import { type FieldErrors, areAllShown } from './field-problems.js';
import { FieldError } from './text-field.js';

/** The engine's error in words, and its errors of fields by their names in the API. */
export interface Refused {
  readonly error: string | null;
  readonly fields: FieldErrors;
}

/**
 * Why nothing was saved, unless fields of the form show it. Then the first of them gets the focus, because it may be
 * out of sight.
 */
export function FormProblem({ save: { error, fields } }: { readonly save: Refused }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [areShown, setShown] = useState(false);
  useLayoutEffect(() => setShown(areAllShown(fields, place.current?.closest('form') ?? null)), [fields]);
  useLayoutEffect(() => {
    if (error !== null) place.current?.closest('form')?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [error]);
  if (error === null) return null;
  return (
    <div ref={place}>
      <FieldError>{areShown ? text.common.errors.notSaved : error}</FieldError>
    </div>
  );
}
