import type { ReactNode } from 'react';
import { engine } from '../api/engine.js';
import { text } from '../text/text.js';
import { type Option, SearchSelect } from '../ui/search-select.js';

/** A person of the directory who works here: the value is the id. */
export function WorkerPicker({
  label = text.common.pickers.worker,
  chosen,
  onChoose,
}: {
  readonly label?: string;
  readonly chosen: Option | null;
  readonly onChoose: (worker: Option) => void;
}): ReactNode {
  const words = text.common.pickers;
  return (
    <SearchSelect
      label={label}
      placeholder={words.findWorker}
      chosen={chosen}
      onChoose={onChoose}
      name={['workers', 'pick']}
      find={async (q, signal) => {
        const query = { active: 'true' as const, limit: 20, ...(q === '' ? {} : { q }) };
        const { items } = await engine.listWorkers({ query, signal });
        return items.map(({ id, name, site }) => ({ value: id, label: name, more: site ?? undefined }));
      }}
      none={words.noWorker}
      loading={words.loading}
      found={text.common.people}
    />
  );
}

/** The key by which records name the person that was chosen. */
export async function keysOf({
  value: id,
}: Option): Promise<
  { readonly externalWorkerId: string } | { readonly email: string } | { readonly learnerId: string }
> {
  const { externalWorkerId, email, learnerId } = await engine.getWorker({ path: { id } });
  if (externalWorkerId !== null) return { externalWorkerId };
  return email === null ? { learnerId: learnerId ?? '' } : { email };
}
