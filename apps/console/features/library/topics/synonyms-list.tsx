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
import { CompactSelect } from '../../../shared/ui/compact-select.js';
import { Mark, type Shape } from '../../../shared/ui/glyph.js';
import { RowActs } from '../../../shared/ui/row-acts.js';
import { SearchField } from '../../../shared/ui/search-field.js';
import { EmptyState } from '../../../shared/ui/states.js';
import { useConfirmed } from '../../../shared/list/use-confirmed.js';
import { type LibrarySearch, SYNONYM_STATUSES } from '../library-search.js';
import { type Synonym, SynonymDialog } from './synonym-dialog.js';

const SHAPES: Readonly<Record<Synonym['status'], Shape>> = { suggested: 'info', accepted: 'ready', rejected: 'waived' };
type Decision = 'accept' | 'reject' | 'remove';

const DECISIONS: Readonly<Record<Synonym['status'], readonly Decision[]>> = {
  suggested: ['accept', 'reject'],
  accepted: ['remove'],
  rejected: ['accept', 'remove'],
};
interface Decided {
  readonly synonym: Synonym;
  readonly decision: Decision;
}

const SHOWN_BY = [['topics']];

interface SynonymsListProps {
  readonly search: LibrarySearch;
  readonly onChange: (changes: LibrarySearch) => void;
}

/** What the tenant's own words mean. The engine suggests some from what people corrected. */
export function SynonymsList({ search, onChange }: SynonymsListProps): ReactNode {
  const { q, synonyms } = search;
  const words = text.library.synonyms;
  const refused = useRefusal('author');
  const [edited, setEdited] = useState<Synonym | 'new' | null>(null);
  const query = {
    ...(q === undefined ? {} : { q }),
    ...(synonyms === undefined ? {} : { status: [synonyms] }),
  };
  const pages = usePages(['topics', 'synonyms', query], (page, signal) =>
    engine.listSynonyms({ query: { ...query, ...page }, signal }),
  );
  const decide = useDecide(pages.rows);
  return (
    <>
      <SynonymFilters search={search} onChange={onChange}>
        <AddButton refused={refused} onClick={() => setEdited('new')}>
          {words.add}
        </AddButton>
      </SynonymFilters>
      {decide.error}
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
          <SynonymRow key={synonym.id} synonym={synonym}>
            <Button refused={refused} onClick={() => setEdited(synonym)}>
              {text.common.edit}
            </Button>
            {DECISIONS[synonym.status].map((decision) => (
              <Button
                key={decision}
                look={decision === 'accept' ? 'plain' : 'ghost'}
                refused={refused}
                busy={decide.busy}
                onClick={() => decide.start({ synonym, decision })}
              >
                {words.decisions[decision]}
              </Button>
            ))}
          </SynonymRow>
        ))}
      </RecordTable>
      {decide.dialog}
      {edited !== null && <SynonymDialog synonym={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}

/** The filters of the list, with further actions. */
function SynonymFilters({
  search: { q, synonyms },
  onChange,
  children,
}: SynonymsListProps & { readonly children: ReactNode }): ReactNode {
  const words = text.library.synonyms;
  return (
    <FilterRow label={words.filter} actions={children}>
      <SearchField label={words.search} value={q} onSearch={(value) => onChange({ q: value })} />
      <CompactSelect
        label={words.status}
        empty={words.anyStatus}
        value={synonyms}
        options={SYNONYM_STATUSES.map((status) => [status, words.statuses[status]])}
        onChoose={(status) => onChange({ synonyms: status })}
      />
    </FilterRow>
  );
}

/** Accepts or rejects a synonym, or removes it after a question. */
function useDecide(rows: readonly Synonym[]) {
  const words = text.library.synonyms;
  const change = useChange(
    SHOWN_BY,
    ({ synonym, decision }: Decided) => {
      const input = { path: { id: synonym.id }, header: ifMatch(synonym) };
      if (decision === 'accept') return engine.acceptSynonym(input);
      return decision === 'reject' ? engine.rejectSynonym(input) : engine.removeSynonym(input);
    },
    ({ decision }) => words.done[decision],
  );
  return useConfirmed(
    change,
    ({ synonym, decision }) =>
      decision === 'remove'
        ? {
            title: words.removeTitle,
            sub: sentenceOf(synonym),
            button: words.decisions.remove,
            help: words.removeHelp,
          }
        : null,
    (asked) => ({ ...asked, synonym: rows.find(({ id }) => id === asked.synonym.id) ?? asked.synonym }),
  );
}

function meaningOf({ courseTitle, means }: Synonym): string {
  return courseTitle ?? means ?? '';
}

function sentenceOf(synonym: Synonym): string {
  return text.library.synonyms.sentence(synonym.topic, meaningOf(synonym));
}

function SynonymRow({ synonym, children }: { readonly synonym: Synonym; readonly children: ReactNode }): ReactNode {
  const { topic, status, why } = synonym;
  const meaning = meaningOf(synonym);
  return (
    <tr>
      <td className="topic" title={topic}>
        {topic}
      </td>
      <td title={meaning}>{meaning}</td>
      <td>
        <Mark shape={SHAPES[status]}>{text.library.synonyms.statuses[status]}</Mark>
      </td>
      <td className="muted" title={why.join('; ')}>
        {why.join('; ')}
      </td>
      <RowActs of={sentenceOf(synonym)}>{children}</RowActs>
    </tr>
  );
}
