import { type ComponentProps, type ReactNode, use, useId } from 'react';
import { FieldProblems } from './field-problems.js';
import { Glyph } from './glyph.js';

interface TextFieldProps extends ComponentProps<'input'> {
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | null | undefined;
}

/**
 * A labelled field. Its error, or what the engine refused of the field with its name, is shown below it, and screen
 * readers read it with the field.
 */
export function TextField({ label, help, error: given, ...props }: TextFieldProps): ReactNode {
  const id = useId();
  const problems = use(FieldProblems);
  const error = given ?? problems.get(props.name ?? '') ?? null;
  const described = [help !== undefined ? `${id}-help` : '', error !== null ? `${id}-error` : ''].filter(Boolean);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...props}
        id={id}
        className="in"
        aria-invalid={error !== null || undefined}
        aria-describedby={described.join(' ') || undefined}
      />
      {help !== undefined && (
        <span className="help" id={`${id}-help`}>
          {help}
        </span>
      )}
      {error !== null && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

export function FieldError({ id, children }: { readonly id?: string; readonly children: ReactNode }): ReactNode {
  return (
    <span className="field-error" id={id} role="alert">
      <Glyph shape="blocking" />
      <span>{children}</span>
    </span>
  );
}
