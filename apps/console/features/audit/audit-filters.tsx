import type { ReactNode } from 'react';
import { text } from '../../shared/text/text.js';
import { CompactDay } from '../../shared/ui/compact-day.js';
import { Filters } from '../../shared/ui/filters.js';
import { SearchField } from '../../shared/ui/search-field.js';
import { type AuditSearch, filterCount } from './audit-search.js';

const WORDS = ['actor', 'action', 'subject'] as const;
const DAYS = ['since', 'until'] as const;
const NONE: AuditSearch = {
  actor: undefined,
  action: undefined,
  subject: undefined,
  since: undefined,
  until: undefined,
};

export function AuditFilters({
  search,
  onChange,
}: {
  readonly search: AuditSearch;
  readonly onChange: (changes: AuditSearch) => void;
}): ReactNode {
  const words = text.audit;
  const helps = { actor: words.actorHelp, action: words.actionHelp, subject: words.subjectHelp };
  return (
    <Filters
      className="filters audit-filters"
      label={words.filter}
      set={filterCount(search)}
      onClear={() => onChange(NONE)}
    >
      {WORDS.map((name) => (
        <SearchField
          key={name}
          label={words[name]}
          help={helps[name]}
          value={search[name]}
          onSearch={(value) => onChange({ [name]: value })}
        />
      ))}
      {DAYS.map((name) => (
        <label key={name} className="choice">
          {words[name]}
          <CompactDay value={search[name]} onChoose={(day) => onChange({ [name]: day })} />
        </label>
      ))}
    </Filters>
  );
}
