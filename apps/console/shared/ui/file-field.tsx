import { type ReactNode, useId } from 'react';
import { FieldError } from './text-field.js';

interface FileFieldProps {
  readonly label: string;
  /** The extensions that the dialog of the browser offers: `.csv,.xlsx`. */
  readonly accept: string;
  readonly error?: string | null;
  readonly onChoose: (file: File | null) => void;
}

/** A labelled field for one file. Its error is shown below it, and screen readers read it with the field. */
export function FileField({ label, accept, error = null, onChoose }: FileFieldProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="in file"
        type="file"
        accept={accept}
        aria-invalid={error !== null || undefined}
        aria-describedby={error !== null ? `${id}-error` : undefined}
        onClick={({ currentTarget }) => forget(currentTarget)}
        onChange={({ target }) => onChoose(target.files?.[0] ?? null)}
      />
      {error !== null && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/**
 * Clears the field while a file is chosen: browsers report no change for a file with the same path, such as a corrected
 * one. If the choice is cancelled, the field has its file again.
 */
function forget(field: HTMLInputElement): void {
  const kept = new DataTransfer();
  for (const file of field.files ?? []) kept.items.add(file);
  field.value = '';
  field.addEventListener('cancel', () => (field.files = kept.files), { once: true });
}
