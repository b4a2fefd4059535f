import { useState } from 'react';

/** A part of a record that a person can edit in place. */
export interface Editing<Rec> {
  readonly isEditing: boolean;
  /** The record as it was when editing began; else its latest version. */
  readonly shown: Rec;
  /** The version that a save replaces. */
  readonly base: Rec;
  readonly begin: () => void;
  readonly end: () => void;
}

/**
 * Keeps what is entered if another person, or another form, saves the record meanwhile. If the part is the same in the
 * latest version, the save replaces that version; else it replaces the one that was edited, and the engine refuses it.
 * @param partOf what the form edits
 */
export function useEditing<Rec>(latest: Rec, partOf: (record: Rec) => unknown): Editing<Rec> {
  const [began, setBegan] = useState<Rec | null>(null);
  const isSame = began === null || JSON.stringify(partOf(began)) === JSON.stringify(partOf(latest));
  return {
    isEditing: began !== null,
    shown: began ?? latest,
    base: isSame ? latest : began,
    begin: () => setBegan(latest),
    end: () => setBegan(null),
  };
}
