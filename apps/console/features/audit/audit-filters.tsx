import type { ReactNode } from 'react';
import { text } from '../../shared/text/text.js';
import { Button } from '../../shared/ui/button.js';
import { SearchField } from '../../shared/ui/search-field.js';
import { type AuditSearch, filtersOf } from './audit-search.js';

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
    <div className="filters audit-filters" role="group" aria-label={words.filter}>
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
          <input
            className="in sm"
            type="date"
            value={search[name] ?? ''}
            onChange={({ target }) => onChange({ [name]: target.value === '' ? undefined : target.value })}
          />
        </label>
      ))}
      {Object.keys(filtersOf(search)).length > 0 && (
        <Button look="ghost" onClick={() => onChange(NONE)}>
          {words.clear}
        </Button>
      )}
    </div>
  );
}
