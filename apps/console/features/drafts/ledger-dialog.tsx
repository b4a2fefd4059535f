import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { engine } from '../../shared/api/engine.js';
import { ColumnHeads } from '../../shared/list/column-heads.js';
import { ListBody } from '../../shared/list/list-body.js';
import { usePages } from '../../shared/list/use-pages.js';
import { number } from '../../shared/text/en/plural.js';
import { text } from '../../shared/text/text.js';
import { shortTime } from '../../shared/time/days.js';
import { useNow } from '../../shared/time/now.js';
import { useZone } from '../../shared/time/zone.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { EmptyState } from '../../shared/ui/states.js';

/** The ledger of the costs of drafts. The sum of its entries is the figure that the plan shows. */
export function LedgerDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = text.drafts.ledger;
  const zone = useZone();
  const now = useNow();
  const pages = usePages(['drafts', 'ledger'], (page, signal) => engine.listAuthoringLedger({ query: page, signal }));
  return (
    <Dialog title={words.title} sub={words.help} onClose={onClose} width="wide">
      <div className="dialog-body whole ledger">
        <ListBody name={words.title} pages={pages} failed={words.failed} empty={<EmptyState title={words.none} />}>
          <table className="tbl inset">
            <caption className="sr">{words.title}</caption>
            <thead>
              <tr>
                <ColumnHeads
                  columns={[
                    words.at,
                    words.entry,
                    { name: words.drafts, className: 'r' },
                    { name: words.tokens, className: 'r' },
                    words.draft,
                  ]}
                />
              </tr>
            </thead>
            <tbody>
              {pages.rows.map(({ id, createdAt, kind, drafts, tokens, draftId }) => (
                <tr key={id}>
                  <td>{shortTime(createdAt, zone, now)}</td>
                  <td>{words.kinds[kind]}</td>
                  <td className="r">{number(drafts)}</td>
                  <td className="r">{number(tokens)}</td>
                  <td>
                    {draftId === null ? null : (
                      <Link to="/drafts/$draft" params={{ draft: draftId }} onClick={onClose}>
                        {words.open}
                      </Link>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ListBody>
      </div>
    </Dialog>
  );
}
