import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { Filters } from '../../../shared/ui/filters.js';
import { SearchField } from '../../../shared/ui/search-field.js';
import type { Summary } from '../board-data.js';
import { KINDS, type ReadinessSearch, STATUSES, filterCount } from '../readiness-search.js';

/** Filters of people, which the address keeps. */
export function BoardFilters({
  search,
  summary,
  onChange,
}: {
  readonly search: ReadinessSearch;
  readonly summary: Summary;
  readonly onChange: (changes: ReadinessSearch) => void;
}): ReactNode {
  const { filter: words, statuses, kinds } = text.readiness;
  const sites = summary.sites.flatMap(({ site }) => site ?? []);
  const roles = summary.roles.flatMap(({ role }) => role ?? []);
  return (
    <Filters
      className="bar board-filters"
      label={words.label}
      set={filterCount(search)}
      onClear={() =>
        onChange({
          q: undefined,
          status: undefined,
          kind: undefined,
          site: undefined,
          role: undefined,
          topic: undefined,
        })
      }
    >
      <SearchField label={words.q} value={search.q} onSearch={(q) => onChange({ q })} />
      <Choice
        label={words.status}
        all={words.anyStatus}
        value={search.status}
        options={STATUSES.map((status) => [status, statuses[status]])}
        onChoose={(value) => onChange({ status: STATUSES.find((one) => one === value) })}
      />
      <Choice
        label={words.kind}
        all={words.anyKind}
        value={search.kind}
        options={KINDS.map((kind) => [kind, kinds[kind]])}
        onChoose={(value) => onChange({ kind: KINDS.find((one) => one === value) })}
      />
      <Choice
        label={words.site}
        all={words.anySite}
        value={search.site}
        options={withChosen(sites, search.site)}
        onChoose={(site) => onChange({ site })}
      />
      <Choice
        label={words.role}
        all={words.anyRole}
        value={search.role}
        options={withChosen(roles, search.role)}
        onChoose={(role) => onChange({ role })}
      />
    </Filters>
  );
}

/** The names that the summary has, and the one of the address. */
function withChosen(names: readonly string[], chosen: string | undefined): Array<readonly [string, string]> {
  const all = chosen === undefined || names.includes(chosen) ? names : [chosen, ...names];
  return all.map((name) => [name, name]);
}

function Choice({
  label,
  all,
  value,
  options,
  onChoose,
}: {
  readonly label: string;
  readonly all: string;
  readonly value: string | undefined;
  readonly options: ReadonlyArray<readonly [string, string]>;
  readonly onChoose: (value: string | undefined) => void;
}): ReactNode {
  return (
    <select
      className="in sm"
      aria-label={label}
      value={value ?? ''}
      onChange={({ target }) => onChoose(target.value === '' ? undefined : target.value)}
    >
      <option value="">{all}</option>
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </select>
  );
}
