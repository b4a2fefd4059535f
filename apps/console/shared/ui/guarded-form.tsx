import { type ReactNode, useState } from 'react';
import { Unsaved } from './unsaved.js';

/** A form that a person leaves only after a question, once something in it was changed and is not saved. */
export function GuardedForm({
  className,
  isOfPage,
  onSave,
  children,
}: {
  readonly className: string;
  /** True: it stays while another part of the page is shown. */
  readonly isOfPage?: boolean;
  /** @param saved to be called when the form is saved */
  readonly onSave: (form: FormData, saved: () => void) => void;
  readonly children: ReactNode;
}): ReactNode {
  const [isDirty, setDirty] = useState(false);
  return (
    <>
      <form
        className={className}
        onChange={() => setDirty(true)}
        onSubmit={(event) => {
          event.preventDefault();
          onSave(new FormData(event.currentTarget), () => setDirty(false));
        }}
      >
        {children}
      </form>
      <Unsaved isDirty={isDirty} isOfPage={isOfPage ?? false} />
    </>
  );
}
