import { type ReactNode, useState } from 'react';
import { Unsaved } from './unsaved.js';

/** A form that asks before a person leaves it with changes that are not saved. */
export function GuardedForm({
  className,
  isOfPage,
  onDirty,
  onSave,
  children,
}: {
  readonly className: string;
  /** True: it stays while another part of the page is shown. */
  readonly isOfPage?: boolean;
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
        {children}
      </form>
      <Unsaved isDirty={isDirty} isOfPage={isOfPage ?? false} />
    </>
  );
}
