import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { text } from '../../../shared/text/text.js';
import { type Option, SearchSelect } from '../../../shared/ui/search-select.js';
import type { Need } from '../data/needs-list.js';
import { audienceText } from '../words/need-words.js';

/** `own`: the need's person, or the people of its site. */
export interface Target {
  readonly kind: 'own' | 'site' | 'group' | 'worker' | 'everyone';
  readonly chosen: Option | null;
}

const MAX_OPTIONS = 20;

export function ownTarget({ audience }: Need): Target {
  const isEveryone = audience.kind === 'cohort' && audience.site === null;
  return { kind: isEveryone ? 'everyone' : 'own', chosen: null };
}

/** The target as a parameter of the API; undefined: the need's own; null: not chosen yet. */
export function targetOf({ kind, chosen }: Target): Schemas['OfferTarget'] | undefined | null {
  if (kind === 'own') return undefined;
  if (kind === 'everyone') return { kind };
  return chosen === null ? null : { kind, id: chosen.value };
}

export function TargetPicker({
  need,
  target,
  onChoose,
}: {
  readonly need: Need;
  readonly target: Target;
  readonly onChoose: (target: Target) => void;
}): ReactNode {
  const words = text.needs.offer;
  const { audience } = need;
  const { who } = audienceText(need);
  const own =
    audience.kind === 'worker' ? words.toWorker(who) : audience.site === null ? null : words.toSite(audience.site);
  const options = [
    ...(own === null ? [] : [{ kind: 'own' as const, label: own, more: text.needs.count(audience.people) }]),
    { kind: 'group' as const, label: words.toGroup, more: words.choose },
    { kind: 'site' as const, label: words.toOneSite, more: words.choose },
    { kind: 'worker' as const, label: words.toPerson, more: words.choose },
    { kind: 'everyone' as const, label: words.toEveryone, more: null },
  ];
  const search = target.kind === 'own' || target.kind === 'everyone' ? null : SEARCHES[target.kind];
  return (
    <fieldset>
      <legend className="lbl">{words.to}</legend>
      {options.map(({ kind, label, more }) => (
        <label key={kind} className="radio">
          <input
            className="rb"
            type="radio"
            name="target"
            checked={target.kind === kind}
            onChange={() => onChoose({ kind, chosen: null })}
          />
          {label}
          {more !== null && <span className="faint num">{more}</span>}
        </label>
      ))}
      {search !== null && (
        <SearchSelect
          key={target.kind}
          label={options.find(({ kind }) => kind === target.kind)?.label ?? words.to}
          placeholder={words.find}
          chosen={target.chosen}
          onChoose={(chosen) => onChoose({ kind: target.kind, chosen })}
          name={['targets', target.kind]}
          find={search}
          none={words.nothingFound}
          loading={words.courseLoading}
          found={text.needs.count}
        />
      )}
    </fieldset>
  );
}

const SEARCHES = {
  group: async (q: string, signal: AbortSignal): Promise<readonly Option[]> => {
    const { items } = await engine.listGroups({ query: { limit: MAX_OPTIONS, ...(q === '' ? {} : { q }) }, signal });
    return items.map(({ id, name, workers }) => ({ value: id, label: name, more: text.common.people(workers) }));
  },
  site: async (q: string, signal: AbortSignal): Promise<readonly Option[]> => {
    const { items } = await engine.listSites({ query: { limit: MAX_OPTIONS, ...(q === '' ? {} : { q }) }, signal });
    return items.map(({ id, name, workers }) => ({ value: id, label: name, more: text.common.people(workers) }));
  },
  worker: async (q: string, signal: AbortSignal): Promise<readonly Option[]> => {
    const query = { limit: MAX_OPTIONS, active: 'true' as const, ...(q === '' ? {} : { q }) };
    const { items } = await engine.listWorkers({ query, signal });
    return items.map(({ id, name, site }) => ({ value: id, label: name, more: site ?? undefined }));
  },
};
