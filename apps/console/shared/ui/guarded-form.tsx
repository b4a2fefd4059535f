import { type ReactNode, useState } from 'react';
import { type FieldErrors, FieldProblems, NO_FIELD_ERRORS } from './field-problems.js';
import { Unsaved } from './unsaved.js';

/** A form that asks before a person leaves it with changes that are not saved. */
export function GuardedForm({
  className,
  isOfPage,
  errors = NO_FIELD_ERRORS,
  onDirty,
  onSave,
  children,
}: {
  readonly className: string;
  /** True: it stays while another part of the page is shown. */
  readonly isOfPage?: boolean;
  /** What the engine refused, which the fields show. */
  readonly errors?: FieldErrors;
  /** Called when something in it is changed, and when that is saved. */
  readonly onDirty?: (isDirty: boolean) => void;
  /** @param saved to be called when the form is saved */
  readonly onSave: (form: FormData, saved: () => void) => void;
  readonly children: ReactNode;
}): ReactNode {
  const [isDirty, setDirty] = useState(false);
  const mark = (is: boolean): void => {
    setDirty(is);
    onDirty?.(is);
  };
  return (
    <>
      <form
        className={className}
        onChange={() => mark(true)}
        onSubmit={(event) => {
          event.preventDefault();
          onSave(new FormData(event.currentTarget), () => mark(false));
        }}
      >
        <FieldProblems value={errors}>{children}</FieldProblems>
      </form>
      <Unsaved isDirty={isDirty} isOfPage={isOfPage ?? false} />
    </>
  );
}
