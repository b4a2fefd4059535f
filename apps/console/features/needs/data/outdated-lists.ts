import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onLive } from '../../../shared/live/live.js';

/**
 * Marks the lists and counts of needs that are not shown as out of date when needs change, so that they are read again
 * when they are shown.
 */
export function useOutdatedLists(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      onLive((kind) => {
        if (kind !== 'need' && kind !== 'resync') return;
        for (const shown of ['list', 'count'])
          void client.invalidateQueries({ queryKey: ['needs', shown], type: 'inactive', refetchType: 'none' });
      }),
    [client],
  );
}
