import { useNavigate } from '@tanstack/react-router';
import type { ChangeSearch } from './change-search.js';
import type { NeedsSearch } from './needs-search.js';

/**
 * Changes the address. The back button closes a need, and passes over the dialogs and the other needs shown meanwhile.
 */
export function useChangeSearch(search: NeedsSearch): ChangeSearch {
  const navigate = useNavigate({ from: '/needs' });
  return (changes) => {
    const isOpening = changes.need !== undefined && search.need === undefined;
    const replace = !isOpening && ('act' in changes || changes.need !== undefined);
    void navigate({ to: '/needs', search: (before) => ({ ...before, ...changes }), replace });
  };
}
