import { type RefObject, createContext } from 'react';

/**
 * The element in which lists of a dialog's fields open. It is inside the dialog, because everything outside is hidden
 * from screen readers.
 */
export const OverlayPlace = createContext<RefObject<HTMLElement | null> | undefined>(undefined);
