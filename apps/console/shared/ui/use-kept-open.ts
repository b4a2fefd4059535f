import { useRef } from 'react';

/**
 * Keeps a dialog open from the moment at which its decision is sent, because the answer has a secret that is shown
 * once. After a failure, the dialog can be closed again.
 */
export function useKeptOpen(onClose: () => void): {
  readonly keepOpen: (create: () => Promise<void>) => Promise<void>;
  readonly close: () => void;
} {
  const isKept = useRef(false);
  return {
    keepOpen: async (create) => {
      isKept.current = true;
      try {
        await create();
      } catch (error) {
        isKept.current = false;
        throw error;
      }
    },
    close: () => {
      if (!isKept.current) onClose();
    },
  };
}
