import { Pencil } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { text } from '../text/text.js';
import { Button } from './button.js';
import { NO_FIELD_ERRORS, useFieldProblem } from './field-problems.js';
import { FormProblem, type Refused } from './form-problem.js';
import { GuardedForm } from './guarded-form.js';
import { FieldError } from './text-field.js';
import type { Editing } from './use-editing.js';

interface EditFormState extends Refused {
  /** Why it cannot be edited; null: it can. */
  readonly refused: string | null;
  readonly busy: boolean;
}

/** A part of a record that is shown, and edited in place. */
export function EditForm({
  save: { refused, busy, error, fields: errors },
  editing: { isEditing, begin, end },
  children,
  fields,
  onSave,
}: {
  readonly save: EditFormState;
  readonly editing: Pick<Editing<unknown>, 'isEditing' | 'begin' | 'end'>;
  /** The content while it is shown. */
  readonly children: ReactNode;
  /** The fields while it is edited. */
  readonly fields: ReactNode;
  readonly onSave: (form: FormData) => void;
}): ReactNode {
  const words = text.common;
  /** False: the error is that of an earlier edit. */
  const [isSent, setSent] = useState(false);
  const { place, setByKeys } = useFocusOf(isEditing);
  const submit = (form: FormData): void => {
    setSent(true);
    onSave(form);
  };
  if (!isEditing)
    return (
      <div ref={place} className="stack">
        {children}
        <div className="bar">
          <Button
            refused={refused}
            onClick={({ detail }) => {
              setByKeys(detail === 0);
              setSent(false);
              begin();
            }}
          >
            <Pencil className="i s" aria-hidden="true" />
            {words.edit}
          </Button>
        </div>
      </div>
    );
  return (
    <div ref={place}>
      <GuardedForm className="stack draft-form" errors={isSent ? errors : NO_FIELD_ERRORS} onSave={submit}>
        {fields}
        {isSent && <FormProblem save={{ error, fields: errors }} />}
        <div className="bar">
          <Button type="submit" look="primary" busy={busy}>
            {words.save}
          </Button>
          <Button onClick={end}>{words.discard}</Button>
        </div>
      </GuardedForm>
    </div>
  );
}

/**
 * Moves the focus from the button of a part, which its form replaces, to the first field, and back when the form closes.
 * A finger that opens it gets no keyboard over the fields.
 */
function useFocusOf(isEditing: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const isByKeys = useRef(false);
  const former = useRef(isEditing);
  useEffect(() => {
    if (former.current === isEditing) return;
    former.current = isEditing;
    const isElsewhere = document.activeElement !== document.body;
    if (isEditing ? !isByKeys.current : isElsewhere) return;
    const next = isEditing ? 'input, textarea, select' : ':scope > .bar:last-child .btn';
    place.current?.querySelector<HTMLElement>(next)?.focus({ preventScroll: !isEditing });
  }, [isEditing]);
  const setByKeys = (is: boolean): void => {
    isByKeys.current = is;
  };
  return { place, setByKeys };
}

/** A labelled field of several lines. What the engine refused of the field with its name is shown below it. */
export function TextArea({
  name,
  label,
  help,
  rows,
  value,
  required = true,
}: {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly rows: number;
  readonly value: string;
  readonly required?: boolean;
}): ReactNode {
  const id = useId();
  const error = useFieldProblem(name);
  return (
    <div className="field">
      <label htmlFor={id}>
        {label} {help !== undefined && <span className="faint">{help}</span>}
      </label>
      <textarea
        id={id}
        className="in"
        dir="auto"
        name={name}
        rows={rows}
        defaultValue={value}
        required={required}
        aria-invalid={error !== null || undefined}
        aria-describedby={error === null ? undefined : `${id}-error`}
      />
      {error !== null && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** The lines that are not blank. */
export function linesOf(form: FormData, name: string): string[] {
  return wordsOf(form, name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export function wordsOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
