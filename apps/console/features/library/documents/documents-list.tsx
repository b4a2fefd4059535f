import { useQuery } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type Schemas, ifMatch } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { RecordTable } from '../../../shared/list/record-table.js';
import { usePages } from '../../../shared/list/use-pages.js';
import { useRemoval } from '../../../shared/list/use-removal.js';
import { useRefusal } from '../../../shared/session/session.js';
import { actorText } from '../../../shared/text/actor-text.js';
import { number } from '../../../shared/text/en/plural.js';
import { text } from '../../../shared/text/text.js';
import { age } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Button } from '../../../shared/ui/button.js';
import { FilterRow } from '../../../shared/ui/filter-row.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { RowActs } from '../../../shared/ui/row-acts.js';
import { ScrollRegion } from '../../../shared/ui/scroll-region.js';
import { SearchField } from '../../../shared/ui/search-field.js';
import { EmptyState } from '../../../shared/ui/states.js';
import type { LibrarySearch } from '../library-search.js';
import { PassagesDialog } from './passages-dialog.js';
import { UploadDialog } from './upload-dialog.js';

type Document = Schemas['DocumentView'];

const SHOWN_BY = [['documents'], ['courses'], ['drafts']];

interface DocumentsListProps {
  readonly search: LibrarySearch;
  readonly onChange: (changes: LibrarySearch) => void;
}

/** The tenant's procedures and policies, which drafts quote and cite. */
export function DocumentsList({ search: { q }, onChange }: DocumentsListProps): ReactNode {
  const words = text.library.documents;
  const refused = useRefusal('author');
  const [isUploading, setUploading] = useState(false);
  return (
    <>
      <FilterRow
        label={words.filter}
        actions={
          <Button refused={refused} onClick={() => setUploading(true)}>
            <Upload className="i s" aria-hidden="true" />
            {words.upload}
          </Button>
        }
      >
        <SearchField
          className="draft-search"
          label={words.search}
          value={q}
          onSearch={(value) => onChange({ q: value })}
        />
      </FilterRow>
      {q === undefined ? <DocumentsTable refused={refused} /> : <FoundPassages words={q} />}
      {isUploading && <UploadDialog onClose={() => setUploading(false)} />}
    </>
  );
}

/** @param refused why the user may not remove documents; null: they may */
function DocumentsTable({ refused }: { readonly refused: string | null }): ReactNode {
  const words = text.library.documents;
  const [read, setRead] = useState<Document | null>(null);
  const pages = usePages(['documents', 'list'], (page, signal) => engine.listDocuments({ query: page, signal }));
  const removal = useRemoval<Document>({
    rows: pages.rows,
    shownBy: SHOWN_BY,
    call: ({ id, revision }) => engine.removeDocument({ path: { id }, header: ifMatch({ version: revision }) }),
    nameOf: ({ title }) => title,
    words,
  });
  return (
    <>
      <RecordTable
        className="documents"
        caption={words.caption}
        columns={[
          words.document,
          words.version,
          { name: words.passages, className: 'r' },
          words.by,
          { name: words.changed, className: 'r' },
        ]}
        acts={words.decide}
        pages={pages}
        failed={words.failed}
        empty={<EmptyState title={words.none} help={words.noneHelp} />}
      >
        {pages.rows.map((document) => (
          <DocumentRow key={document.id} document={document} onRead={() => setRead(document)}>
            <Button look="ghost" refused={refused} onClick={() => removal.ask(document)}>
              {text.common.remove}
            </Button>
          </DocumentRow>
        ))}
      </RecordTable>
      {read !== null && <PassagesDialog document={read} onClose={() => setRead(null)} />}
      {removal.dialog}
    </>
  );
}

/** A document with what may be done about it. */
function DocumentRow({
  document: { title, version, passages, pagesWithoutText, uploadedBy, updatedAt },
  onRead,
  children,
}: {
  readonly document: Document;
  readonly onRead: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const words = text.library.documents;
  const zone = useZone();
  const now = useNow();
  return (
    <tr>
      <td title={title}>
        <button type="button" className="link topic" onClick={onRead}>
          {title}
        </button>
        {pagesWithoutText.length > 0 && <p className="faint">{words.pagesWithoutText(pagesWithoutText)}</p>}
      </td>
      <td className="muted" data-label={words.version}>
        {version}
      </td>
      <td className="r" data-label={words.passages}>
        {number(passages)}
      </td>
      <td className="muted" data-label={words.by}>
        {actorText(uploadedBy)}
      </td>
      <td className="r" data-label={words.changed}>
        {age(updatedAt, zone, now)}
      </td>
      <RowActs of={title}>{children}</RowActs>
    </tr>
  );
}

/** The passages that answer a search, as a draft would cite them. */
function FoundPassages({ words: q }: { readonly words: string }): ReactNode {
  const words = text.library.documents;
  const query = useQuery({
    queryKey: ['documents', 'search', q],
    queryFn: ({ signal }) => engine.searchDocuments({ query: { q, limit: 20 }, signal }),
  });
  const { data } = query;
  return (
    <ScrollRegion label={words.found}>
      <QueryState query={query} what={words.found} failed={words.failed} />
      {data?.items.length === 0 && <EmptyState title={words.noPassage} />}
      <ul className="passages">
        {data?.items.map(({ passageId, title, version, section, text: passage }) => (
          <li key={passageId}>
            <p className="medium">
              {title} <span className="faint">{[version, section].filter((part) => part !== '').join(' · ')}</span>
            </p>
            <p className="muted">{passage}</p>
          </li>
        ))}
      </ul>
    </ScrollRegion>
  );
}
