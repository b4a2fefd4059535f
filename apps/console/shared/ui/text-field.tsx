import { type ComponentProps, type ReactNode, useId } from 'react';
import { useFieldProblem } from './field-problems.js';
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
  const problem = useFieldProblem(props.name);
  const error = given ?? problem;
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
