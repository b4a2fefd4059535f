import { useState } from 'react';

/** The version of a record that a form edits and its save replaces. */
interface FormBase<Rec> {
  readonly base: Rec;
  /** To be called by the form when something in it is changed, and when that is saved. */
  readonly setDirty: (isDirty: boolean) => void;
}

/**
 * The latest version of a record, until something in its form is changed. A version that is read after that would
 * replace what was entered, so it is not taken, and the engine refuses the save.
 */
export function useFormBase<Rec extends { readonly version: number }>(latest: Rec): FormBase<Rec> {
  const [base, setBase] = useState(latest);
  const [isDirty, setDirty] = useState(false);
  if (!isDirty && base.version !== latest.version) setBase(latest);
  return { base, setDirty };
}
