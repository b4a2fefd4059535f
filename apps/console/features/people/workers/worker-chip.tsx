import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { engine } from '../../../shared/api/engine.js';
import { text } from '../../../shared/text/text.js';
import { FilterChip } from '../../../shared/ui/filter-chip.js';

/** The person to whom a list is narrowed. */
export function WorkerChip({
  worker: id,
  onRemove,
}: {
  readonly worker: string;
  readonly onRemove: () => void;
}): ReactNode {
  const { data, isError } = useQuery({
    queryKey: ['workers', 'one', id],
    queryFn: ({ signal }) => engine.getWorker({ path: { id }, signal }),
  });
  const name = isError ? id : (data?.name ?? '…');
  return <FilterChip isOnPhone name={text.common.pickers.worker} value={name} onRemove={onRemove} />;
}
