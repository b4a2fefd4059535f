import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { ListBody } from '../../../shared/list/list-body.js';
import { usePages } from '../../../shared/list/use-pages.js';
import { useRefusal } from '../../../shared/session/session.js';
import { actorText } from '../../../shared/text/actor-text.js';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Button } from '../../../shared/ui/button.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { RowActs } from '../../../shared/ui/row-acts.js';
import { EmptyState } from '../../../shared/ui/states.js';

type Waiver = Schemas['WaiverView'];

const SHOWN_BY = [['waivers'], ['readiness']];

/** Who is excused from what, until when, and why. */
export function WaiversList(): ReactNode {
  const words = text.readiness.waivers;
  const refused = useRefusal('admin');
  const zone = useZone();
  const now = useNow();
  const [ended, setEnded] = useState<Waiver | null>(null);
  const pages = usePages(['waivers', 'list'], (page, signal) =>
    engine.listWaivers({ query: { active: 'true', ...page }, signal }),
  );
  const end = useChange(SHOWN_BY, ({ id }: Waiver) => engine.removeWaiver({ path: { id } }), words.ended);
  return (
    <>
      <ListBody
        name={words.caption}
        pages={pages}
        failed={words.failed}
        empty={<EmptyState title={words.none} help={words.noneHelp} />}
      >
        <table className="tbl rows waivers">
          <caption className="sr">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.person}</th>
              <th scope="col">{words.about}</th>
              <th scope="col">{words.until}</th>
              <th scope="col">{words.note}</th>
              <th scope="col">{words.by}</th>
              <th scope="col">
                <span className="sr">{words.end}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {pages.rows.map((waiver) => (
              <tr key={waiver.id}>
                <td>
                  <Link to="/readiness/$worker" params={{ worker: waiver.worker.id }}>
                    {waiver.worker.name}
                  </Link>
                </td>
                <td className="topic">{waiver.about ?? waiver.credential}</td>
                <td>{shortDay(waiver.until, zone, now)}</td>
                <td className="muted" title={waiver.note}>
                  {waiver.note}
                </td>
                <td className="muted">{actorText(waiver.createdBy)}</td>
                <RowActs>
                  <Button look="ghost" refused={refused} onClick={() => setEnded(waiver)}>
                    {words.end}
                  </Button>
                </RowActs>
              </tr>
            ))}
          </tbody>
        </table>
      </ListBody>
      {ended !== null && (
        <ConfirmDialog
          title={words.endTitle}
          sub={`${ended.worker.name}: ${ended.about ?? ended.credential ?? ''}`}
          button={words.end}
          help={words.endHelp}
          onDo={() => end.runInDialog(ended)}
          onClose={() => setEnded(null)}
        />
      )}
    </>
  );
}
