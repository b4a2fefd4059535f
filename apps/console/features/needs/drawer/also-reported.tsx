import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Button } from '../../../shared/ui/button.js';
import { RowName } from '../../../shared/ui/row-name.js';
import { FieldError } from '../../../shared/ui/text-field.js';
import { showToast } from '../../../shared/ui/toasts.js';
import type { NeedDetail } from '../data/need-detail.js';
import { typeText } from '../words/need-words.js';

const SHOWN_BY = [['needs']];

/** The other needs of the gap: different facts about the same topic and the same people. */
export function AlsoReported({ needs }: { readonly needs: NeedDetail['alsoReportedBy'] }): ReactNode {
  const words = text.needs.drawer;
  const zone = useZone();
  const now = useNow();
  const client = useQueryClient();
  const refused = useRefusal('admin');
  const takeOut = useChange(SHOWN_BY, async (needId: string) => {
    const path = { id: needId };
    await engine.ungroupNeed({ path });
    showToast(words.takenOut, async () => {
      await engine.groupNeed({ path });
      await client.invalidateQueries({ queryKey: ['needs'] });
    });
  });
  if (needs.length === 0) return null;
  return (
    <section className="sec">
      <h3>
        {words.also} <span className="faint">{words.alsoHelp}</span>
      </h3>
      <ul className="hist">
        {needs.map(({ needId, type, source, lastSeenAt }) => (
          <li key={needId}>
            <span>
              <b>{typeText(type)}</b> <span className="mono">{source}</span>
            </span>
            <span className="bar">
              <time dateTime={lastSeenAt}>{shortDay(lastSeenAt, zone, now)}</time>
              <RowName value={[typeText(type), source].filter(Boolean).join(' ')}>
                <Button
                  look="ghost"
                  refused={refused}
                  busy={takeOut.busy}
                  title={words.takeOutHelp}
                  onClick={() => takeOut.run(needId)}
                >
                  {words.takeOut}
                </Button>
              </RowName>
            </span>
          </li>
        ))}
      </ul>
      {takeOut.error !== null && <FieldError>{takeOut.error}</FieldError>}
    </section>
  );
}
