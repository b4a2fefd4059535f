import type { ReactNode } from 'react';
import { text } from '../../shared/text/text.js';
import { Button } from '../../shared/ui/button.js';
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
        <input
          // An empty field, too, when another place of the page changes it.
          key={`${name} ${search[name] ?? ''}`}
          className="in sm"
          type="search"
          aria-label={words[name]}
          placeholder={helps[name]}
          title={helps[name]}
          defaultValue={search[name]}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && onChange({ [name]: given(currentTarget.value) })}
          onBlur={({ target }) => given(target.value) !== search[name] && onChange({ [name]: given(target.value) })}
        />
      ))}
      {DAYS.map((name) => (
        <input
          key={name}
          className="in sm"
          type="date"
          aria-label={words[name]}
          title={words[name]}
          value={search[name] ?? ''}
          onChange={({ target }) => onChange({ [name]: given(target.value) })}
        />
      ))}
      {Object.keys(filtersOf(search)).length > 0 && (
        <Button look="ghost" onClick={() => onChange(NONE)}>
          {words.clear}
        </Button>
      )}
    </div>
  );
}

function given(value: string): string | undefined {
  return value.trim() === '' ? undefined : value.trim();
}
