import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { RecordTable } from '../../../shared/list/record-table.js';
import { usePages } from '../../../shared/list/use-pages.js';
import { useRefusal } from '../../../shared/session/session.js';
import { actorText } from '../../../shared/text/actor-text.js';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Button } from '../../../shared/ui/button.js';
import { RowActs } from '../../../shared/ui/row-acts.js';
import { EmptyState } from '../../../shared/ui/states.js';
import { useConfirmed } from '../../../shared/list/use-confirmed.js';

type Waiver = Schemas['WaiverView'];

const SHOWN_BY = [['waivers'], ['readiness']];

/** Who is excused from what, until when, and why. */
export function WaiversList(): ReactNode {
  const words = text.readiness.waivers;
  const refused = useRefusal('admin');
  const zone = useZone();
  const now = useNow();
  const pages = usePages(['waivers', 'list'], (page, signal) =>
    engine.listWaivers({ query: { active: 'true', ...page }, signal }),
  );
  const end = useConfirmed(
    useChange(SHOWN_BY, ({ id }: Waiver) => engine.removeWaiver({ path: { id } }), words.ended),
    (waiver) => ({
      title: words.endTitle,
      sub: nameOf(waiver),
      button: words.end,
      help: words.endHelp,
    }),
  );
  return (
    <>
      <RecordTable
        className="waivers"
        caption={words.caption}
        columns={[words.person, words.about, words.until, words.note, words.by]}
        acts={words.end}
        pages={pages}
        failed={words.failed}
        empty={<EmptyState title={words.none} help={words.noneHelp} />}
      >
        {pages.rows.map((waiver) => (
          <tr key={waiver.id}>
            <td>
              <Link to="/readiness/$worker" params={{ worker: waiver.worker.id }}>
                {waiver.worker.name}
              </Link>
            </td>
            <td className="topic">{waiver.about ?? waiver.credential}</td>
            <td data-label={words.until}>{shortDay(waiver.until, zone, now)}</td>
            <td className="muted" title={waiver.note}>
              {waiver.note}
            </td>
            <td className="muted" data-label={words.by}>
              {actorText(waiver.createdBy)}
            </td>
            <RowActs of={nameOf(waiver)}>
              <Button look="ghost" refused={refused} onClick={() => end.start(waiver)}>
                {words.end}
              </Button>
            </RowActs>
          </tr>
        ))}
      </RecordTable>
      {end.dialog}
    </>
  );
}

function nameOf({ worker, about, credential }: Waiver): string {
  return `${worker.name}: ${about ?? credential ?? ''}`;
}
