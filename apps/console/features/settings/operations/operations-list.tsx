import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { undoOperation } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { RecordTable } from '../../../shared/list/record-table.js';
import { usePages } from '../../../shared/list/use-pages.js';
import type { LiveKind } from '../../../shared/live/live.js';
import { useLiveQueries } from '../../../shared/live/use-live-queries.js';
import { useRefusal } from '../../../shared/session/session.js';
import { actorText } from '../../../shared/text/actor-text.js';
import { text } from '../../../shared/text/text.js';
import { shortTime } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Button } from '../../../shared/ui/button.js';
import { Mark, type Shape } from '../../../shared/ui/glyph.js';
import { RowActs } from '../../../shared/ui/row-acts.js';
import { EmptyState } from '../../../shared/ui/states.js';
import { useConfirmed } from '../../../shared/list/use-confirmed.js';

type Operation = Schemas['OperationView'];

const SHOWN_BY = [['operations'], ['needs'], ['readiness']];
const KINDS: readonly LiveKind[] = ['operation'];
const SHAPES: Readonly<Record<Operation['status'], Shape>> = {
  queued: 'pending',
  running: 'pending',
  undoing: 'pending',
  done: 'ready',
  failed: 'blocking',
  undone: 'waived',
};

/** Operations on many needs or people: progress, failures, and undo. */
export function OperationsList(): ReactNode {
  const words = text.settings.operations;
  const refused = useRefusal('admin');
  const zone = useZone();
  const now = useNow();
  useLiveQueries('operations', KINDS);
  const pages = usePages(['operations', 'list'], (page, signal) => engine.listOperations({ query: page, signal }));
  const undo = useConfirmed(
    useChange(SHOWN_BY, ({ id }: Operation) => undoOperation(id), words.undone),
    ({ kind, unit, done }) => ({
      title: words.undoTitle,
      sub: words.kinds[kind],
      button: text.common.undo,
      help: words.undoHelp[unit](done),
    }),
  );
  return (
    <>
      <RecordTable
        className="operations"
        caption={words.caption}
        columns={[words.operation, words.status, words.progress, words.by, words.began]}
        acts={text.common.undo}
        pages={pages}
        failed={words.failed}
        empty={<EmptyState title={words.none} help={words.noneHelp} />}
      >
        {pages.rows.map((operation) => (
          <tr key={operation.id}>
            <td className="topic" title={operation.error ?? undefined}>
              {words.kinds[operation.kind]}
              {operation.error !== null && <span className="why">{operation.error}</span>}
            </td>
            <td>
              <Mark shape={SHAPES[operation.status]}>{words.statuses[operation.status]}</Mark>
            </td>
            <td>{words.counts[operation.unit](operation.done, operation.total, operation.failed)}</td>
            <td className="muted" data-label={words.by}>
              {actorText(operation.createdBy)}
            </td>
            <td className="muted" data-label={words.began}>
              {shortTime(operation.createdAt, zone, now)}
            </td>
            <RowActs of={`${words.kinds[operation.kind]}, ${shortTime(operation.createdAt, zone, now)}`}>
              {operation.undoable && (
                <Button look="ghost" refused={refused} onClick={() => undo.start(operation)}>
                  {text.common.undo}
                </Button>
              )}
            </RowActs>
          </tr>
        ))}
      </RecordTable>
      {undo.dialog}
    </>
  );
}
