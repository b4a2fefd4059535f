import { type ReactNode, useState } from 'react';
import { useChange } from '../api/use-change.js';
import { text } from '../text/text.js';
import { ConfirmDialog } from '../ui/confirm-dialog.js';

interface Removal<Item> {
  /** Prefixes of the keys of the queries that show the record; a constant. */
  readonly shownBy: ReadonlyArray<readonly unknown[]>;
  readonly call: (item: Item) => Promise<unknown>;
  /** Names the record in the dialog. */
  readonly nameOf: (item: Item) => string;
  readonly words: {
    readonly removeTitle: string;
    readonly removeHelp: string;
    readonly removed: string | ((item: Item) => string);
  };
}

/** Removes a record of a list: `ask` opens the dialog, which the list renders, and which removes it. */
export function useRemoval<Item>({ shownBy, call, nameOf, words }: Removal<Item>): {
  readonly ask: (item: Item) => void;
  readonly dialog: ReactNode;
} {
  const [asked, setAsked] = useState<Item | null>(null);
  const { runInDialog } = useChange(shownBy, call, words.removed);
  return {
    ask: (item) => setAsked(item),
    dialog: asked !== null && (
      <ConfirmDialog
        title={words.removeTitle}
        sub={nameOf(asked)}
        button={text.common.remove}
        help={words.removeHelp}
        onDo={() => runInDialog(asked)}
        onClose={() => setAsked(null)}
      />
    ),
  };
}
