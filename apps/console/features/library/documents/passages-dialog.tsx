import { type ReactNode, useState } from 'react';
import type { Schemas } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { ListBody } from '../../../shared/list/list-body.js';
import { usePages } from '../../../shared/list/use-pages.js';
import { text } from '../../../shared/text/text.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { SearchField } from '../../../shared/ui/search-field.js';
import { EmptyState } from '../../../shared/ui/states.js';

/** A document as drafts cite it: passage by passage, in the order of the document. */
export function PassagesDialog({
  document: { id, title, version },
  onClose,
}: {
  readonly document: Schemas['DocumentView'];
  readonly onClose: () => void;
}): ReactNode {
  const words = text.library.documents;
  const [q, setQ] = useState<string>();
  const query = q === undefined ? {} : { q };
  const pages = usePages(['documents', 'passages', id, query], (page, signal) =>
    engine.getDocumentPassages({ path: { id }, query: { ...query, ...page }, signal }),
  );
  return (
    <Dialog title={title} sub={`${words.version} ${version}`} onClose={onClose} width="wide">
      <div className="dialog-body whole passages-of">
        <div className="filters">
          <SearchField label={words.searchIn} value={q} onSearch={setQ} />
        </div>
        <ListBody
          name={words.passagesOf(title)}
          pages={pages}
          failed={words.passagesFailed}
          empty={<EmptyState title={words.noPassage} />}
        >
          <ul className="passages">
            {pages.rows.map((passage) => (
              <li key={passage.id}>
                <p className="medium">{passage.section}</p>
                <p className="muted">{passage.text}</p>
              </li>
            ))}
          </ul>
        </ListBody>
      </div>
    </Dialog>
  );
}
