import { createContext } from 'react';

/** The name of the row whose actions these buttons are; null: they are in no row. */
export const RowName = createContext<string | null>(null);
