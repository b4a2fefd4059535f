import { createContext, use } from 'react';
import { text } from '../text/text.js';

/** The name of the row whose actions these buttons and links are; null: they are in no row. */
export const RowName = createContext<string | null>(null);

/** What screen readers read of an action of a row: its words and the row; undefined: its words alone. */
export function useActLabel(act: string | null): string | undefined {
  const row = use(RowName);
  return row === null || act === null ? undefined : text.common.actOn(act, row);
}
