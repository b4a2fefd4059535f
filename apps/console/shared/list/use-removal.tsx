import type { ReactNode } from 'react';
import { useChange } from '../api/use-change.js';
import { text } from '../text/text.js';
import { useConfirmed } from './use-confirmed.js';

interface Removal<Item> {
  /** The rows of the list; undefined: they are not read yet. */
  readonly rows: readonly Item[] | undefined;
  /** Prefixes of the keys of the queries that show the record; a constant. */
  readonly shownBy: ReadonlyArray<readonly unknown[]>;
  readonly call: (item: Item) => Promise<unknown>;
  /** Names the record in the dialog. */
  readonly nameOf: (item: Item) => string;
  readonly words: {
    readonly removeTitle: string;
    readonly removeHelp: string | ((item: Item) => string);
    readonly removed: string | ((item: Item) => string);
  };
}

/** Removes a record of a list: `ask` opens the dialog, which the list renders, and which removes it. */
export function useRemoval<Item extends { readonly id: string }>({
  rows,
  shownBy,
  call,
  nameOf,
  words,
}: Removal<Item>): {
  readonly ask: (item: Item) => void;
  readonly dialog: ReactNode;
} {
  const { removeTitle: title, removeHelp } = words;
  const { start, dialog } = useConfirmed(
    useChange(shownBy, call, words.removed),
    (item) => ({
      title,
      sub: nameOf(item),
      button: text.common.remove,
      help: typeof removeHelp === 'string' ? removeHelp : removeHelp(item),
    }),
    ({ id }) => rows?.find((row) => row.id === id),
  );
  return { ask: start, dialog };
}
