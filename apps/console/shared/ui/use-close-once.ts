import { useEffect, useRef } from 'react';

/**
 * Closes a dialog when its decision is taken. If the person has closed it before the answer, does nothing: the dialog
 * that is open now is another one.
 */
export function useCloseOnce(onClose: () => void): () => void {
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  return () => {
    if (isOpen.current) onClose();
  };
}
