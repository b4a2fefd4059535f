import { createContext } from 'react';

/** Tells the dialog around a field that something was entered by other means than typing into a field. */
export const Entered = createContext<() => void>(() => undefined);
