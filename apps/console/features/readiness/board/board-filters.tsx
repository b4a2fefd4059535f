import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { FilterSelect } from '../../../shared/ui/filter-select.js';
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
      <FilterSelect
        label={words.status}
        any={words.anyStatus}
        value={search.status}
        options={STATUSES.map((status) => [status, statuses[status]])}
        onChoose={(status) => onChange({ status })}
      />
      <FilterSelect
        label={words.kind}
        any={words.anyKind}
        value={search.kind}
        options={KINDS.map((kind) => [kind, kinds[kind]])}
        onChoose={(kind) => onChange({ kind })}
      />
      <FilterSelect
        label={words.site}
        any={words.anySite}
        value={search.site}
        options={withChosen(sites, search.site)}
        onChoose={(site) => onChange({ site })}
      />
      <FilterSelect
        label={words.role}
        any={words.anyRole}
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
