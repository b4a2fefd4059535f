import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { CompactSelect } from '../../../shared/ui/compact-select.js';
import { FilterChip } from '../../../shared/ui/filter-chip.js';
import { Filters } from '../../../shared/ui/filters.js';
import { SearchField } from '../../../shared/ui/search-field.js';
import { type Summary, summaryQuery } from '../board-data.js';
import { KINDS, type ReadinessSearch, STATUSES, filterCount } from '../readiness-search.js';

/** Filters of people, which the address keeps. */
export function BoardFilters({
  search,
  summary,
  onChange,
}: {
  readonly search: ReadinessSearch;
  /** Undefined: it is not read, or could not be. No other site or role can be chosen then; all can be cleared. */
  readonly summary: Summary | undefined;
  readonly onChange: (changes: ReadinessSearch) => void;
}): ReactNode {
  const { filter: words, statuses, kinds } = text.readiness;
  const sites = summary?.sites.flatMap(({ site }) => site ?? []) ?? [];
  const roles = useRoles(search, summary);
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
      <CompactSelect
        label={words.status}
        empty={words.anyStatus}
        value={search.status}
        options={STATUSES.map((status) => [status, statuses[status]])}
        onChoose={(status) => onChange({ status })}
      />
      <CompactSelect
        label={words.kind}
        empty={words.anyKind}
        value={search.kind}
        options={KINDS.map((kind) => [kind, kinds[kind]])}
        onChoose={(kind) => onChange({ kind })}
      />
      <CompactSelect
        label={words.site}
        empty={words.anySite}
        value={search.site}
        options={withChosen(sites, search.site)}
        onChoose={(site) => onChange({ site })}
      />
      <CompactSelect
        label={words.role}
        empty={words.anyRole}
        value={search.role}
        options={withChosen(roles, search.role)}
        onChoose={(role) => onChange({ role })}
      />
      {search.topic !== undefined && (
        <FilterChip name={words.topic} value={search.topic} isOnPhone onRemove={() => onChange({ topic: undefined })} />
      )}
    </Filters>
  );
}

/**
 * The roles of the people who match the other filters: with the role that is chosen, the summary has that one alone.
 */
function useRoles(search: ReadinessSearch, summary: Summary | undefined): readonly string[] {
  const others = useQuery({ ...summaryQuery({ ...search, role: undefined }), enabled: search.role !== undefined });
  const shown = (search.role === undefined ? null : others.data) ?? summary;
  return shown?.roles.flatMap(({ role }) => role ?? []) ?? [];
}

/** The names that the summary has, and the one of the address. */
function withChosen(names: readonly string[], chosen: string | undefined): Array<readonly [string, string]> {
  const all = chosen === undefined || names.includes(chosen) ? names : [chosen, ...names];
  return all.map((name) => [name, name]);
}
