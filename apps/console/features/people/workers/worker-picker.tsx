import type { ReactNode } from 'react';
import { engine } from '../../../shared/api/engine.js';
import { text } from '../../../shared/text/text.js';
import { type Option, SearchSelect } from '../../../shared/ui/search-select.js';

/** Which key a record names a person by, and its value, as one text for the list. */
const SEPARATOR = ':';

type Keys = { readonly externalWorkerId: string } | { readonly email: string } | { readonly learnerId: string };

/** A person of the directory who works here. */
export function WorkerPicker({
  chosen,
  onChoose,
}: {
  readonly chosen: Option | null;
  readonly onChoose: (worker: Option) => void;
}): ReactNode {
  const words = text.people.picker;
  return (
    <SearchSelect
      label={words.label}
      placeholder={words.find}
      chosen={chosen}
      onChoose={onChoose}
      name={['workers', 'pick']}
      find={async (q, signal) => {
        const query = { active: 'true' as const, limit: 20, ...(q === '' ? {} : { q }) };
        const { items } = await engine.listWorkers({ query, signal });
        return items.map(({ name, site, externalWorkerId, email, learnerId }) => ({
          value: [
            externalWorkerId === null ? (email === null ? 'learnerId' : 'email') : 'externalWorkerId',
            externalWorkerId ?? email ?? learnerId,
          ].join(SEPARATOR),
          label: name,
          more: site ?? undefined,
        }));
      }}
      none={words.none}
      loading={words.loading}
      found={words.found}
    />
  );
}

/** The key of the person that was chosen, as the API takes it. */
export function keysOf({ value }: Option): Keys {
  const at = value.indexOf(SEPARATOR);
  const [kind, key] = [value.slice(0, at), value.slice(at + 1)];
  if (kind === 'externalWorkerId') return { externalWorkerId: key };
  return kind === 'email' ? { email: key } : { learnerId: key };
}
