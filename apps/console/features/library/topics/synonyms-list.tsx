import { type ReactNode, useState } from 'react';
import { ifMatch } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { RecordTable } from '../../../shared/list/record-table.js';
import { usePages } from '../../../shared/list/use-pages.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { AddButton } from '../../../shared/ui/add-button.js';
import { Button } from '../../../shared/ui/button.js';
import { FilterRow } from '../../../shared/ui/filter-row.js';
import { Mark, type Shape } from '../../../shared/ui/glyph.js';
import { RowActs } from '../../../shared/ui/row-acts.js';
import { SearchField } from '../../../shared/ui/search-field.js';
import { EmptyState } from '../../../shared/ui/states.js';
import { FieldError } from '../../../shared/ui/text-field.js';
import { type LibrarySearch, SYNONYM_STATUSES } from '../library-search.js';
import { type Synonym, SynonymDialog } from './synonym-dialog.js';

const SHAPES: Readonly<Record<Synonym['status'], Shape>> = { suggested: 'info', accepted: 'ready', rejected: 'waived' };
const SHOWN_BY = [['topics']];

interface SynonymsListProps {
  readonly search: LibrarySearch;
  readonly onChange: (changes: LibrarySearch) => void;
}

/** What the tenant's own words mean. The engine suggests some from what people corrected. */
export function SynonymsList({ search: { q, synonyms }, onChange }: SynonymsListProps): ReactNode {
  const words = text.library.synonyms;
  const refused = useRefusal('admin');
  const [edited, setEdited] = useState<Synonym | 'new' | null>(null);
  const query = {
    ...(q === undefined ? {} : { q }),
    ...(synonyms === undefined ? {} : { status: [synonyms] }),
  };
  const pages = usePages(['topics', 'synonyms', query], (page, signal) =>
    engine.listSynonyms({ query: { ...query, ...page }, signal }),
  );
  const decide = useChange(
    SHOWN_BY,
    ({ synonym, decision }: { readonly synonym: Synonym; readonly decision: 'accept' | 'reject' | 'remove' }) => {
      const input = { path: { id: synonym.id }, header: ifMatch(synonym) };
      if (decision === 'accept') return engine.acceptSynonym(input);
      return decision === 'reject' ? engine.rejectSynonym(input) : engine.removeSynonym(input);
    },
    ({ decision }) => words.done[decision],
  );
  return (
    <>
      <FilterRow
        label={words.filter}
        actions={
          <AddButton refused={refused} onClick={() => setEdited('new')}>
            {words.add}
          </AddButton>
        }
      >
        <SearchField label={words.search} value={q} onSearch={(value) => onChange({ q: value })} />
        <select
          className="in sm"
          aria-label={words.status}
          value={synonyms ?? ''}
          onChange={({ target }) => onChange({ synonyms: SYNONYM_STATUSES.find((known) => known === target.value) })}
        >
          <option value="">{words.anyStatus}</option>
          {SYNONYM_STATUSES.map((status) => (
            <option key={status} value={status}>
              {words.statuses[status]}
            </option>
          ))}
        </select>
      </FilterRow>
      {decide.error !== null && <FieldError>{decide.error}</FieldError>}
      <RecordTable
        className="synonyms"
        caption={words.caption}
        columns={[words.topic, words.means, words.status, words.why]}
        acts={words.decide}
        pages={pages}
        failed={words.failed}
        isFiltered={q !== undefined || synonyms !== undefined}
        empty={<EmptyState title={words.none} help={words.noneHelp} />}
      >
        {pages.rows.map((synonym) => (
          <tr key={synonym.id}>
            <td className="topic" title={synonym.topic}>
              {synonym.topic}
            </td>
            <td title={synonym.courseTitle ?? synonym.means ?? ''}>{synonym.courseTitle ?? synonym.means}</td>
            <td>
              <Mark shape={SHAPES[synonym.status]}>{words.statuses[synonym.status]}</Mark>
            </td>
            <td className="muted" title={synonym.why.join('; ')}>
              {synonym.why.join('; ')}
            </td>
            <RowActs>
              <Button refused={refused} onClick={() => setEdited(synonym)}>
                {text.common.edit}
              </Button>
              {synonym.status !== 'accepted' && (
                <Button
                  refused={refused}
                  busy={decide.busy}
                  onClick={() => decide.run({ synonym, decision: 'accept' })}
                >
                  {words.accept}
                </Button>
              )}
              {synonym.status === 'suggested' && (
                <Button
                  look="ghost"
                  refused={refused}
                  busy={decide.busy}
                  onClick={() => decide.run({ synonym, decision: 'reject' })}
                >
                  {words.reject}
                </Button>
              )}
              {synonym.status !== 'suggested' && (
                <Button
                  look="ghost"
                  refused={refused}
                  busy={decide.busy}
                  onClick={() => decide.run({ synonym, decision: 'remove' })}
                >
                  {text.common.remove}
                </Button>
              )}
            </RowActs>
          </tr>
        ))}
      </RecordTable>
      {edited !== null && <SynonymDialog synonym={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}
