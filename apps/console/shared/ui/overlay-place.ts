import { type RefObject, createContext } from 'react';

/** Where lists of a dialog's fields open: inside of it, since everything outside is hidden from screen readers. */
export const OverlayPlace = createContext<RefObject<HTMLElement | null> | undefined>(undefined);
