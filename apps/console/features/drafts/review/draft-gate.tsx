import type { ReactNode } from 'react';
import { actorText } from '../../../shared/text/actor-text.js';
import { number } from '../../../shared/text/en/plural.js';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Glyph } from '../../../shared/ui/glyph.js';
import { ScrollRegion } from '../../../shared/ui/scroll-region.js';
import { SectionHead } from '../../../shared/ui/section-head.js';
import type { Draft } from '../draft-data.js';
import { Comments } from './comments.js';
import { DraftMoves } from './draft-moves.js';

/** What a reviewer should look at, who wrote it, and the next decision. */
export function DraftGate({ draft }: { readonly draft: Draft }): ReactNode {
  const { checks: words } = text.drafts;
  return (
    <aside className="gate" aria-label={words.title}>
      <ScrollRegion label={words.title} className="in-scroll">
        <section>
          <SectionHead title={words.title} help={draft.checks.length} helpClass="num" />
          {draft.checks.length === 0 && <p className="muted">{words.none}</p>}
          <ul className="checks">
            {draft.checks.map(({ check, level, text: said, lessonId, question }) => (
              <li key={`${check} ${lessonId} ${question} ${said}`}>
                <Glyph shape={level === 'blocks' ? 'blocking' : 'soon'} />
                <span>
                  {said} {level === 'blocks' && <span className="faint">{words.blocks}</span>}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <WhoWrote draft={draft} />
        <Comments draft={draft} />
      </ScrollRegion>
      <DraftMoves draft={draft} />
    </aside>
  );
}

function WhoWrote({ draft }: { readonly draft: Draft }): ReactNode {
  const words = text.drafts.who;
  const zone = useZone();
  const now = useNow();
  const { writtenBy, startedBy, createdAt, cost } = draft;
  const day = shortDay(createdAt, zone, now);
  return (
    <section className="sec">
      <h3>{words.title}</h3>
      <p className="muted">
        {writtenBy.kind === 'outline' ? words.outline : words.model(writtenBy.model ?? '–')}{' '}
        {startedBy.kind === 'auto' ? words.auto(day) : words.person(actorText(startedBy.name), day)}{' '}
        {words.cost(cost.drafts, number(cost.tokens))}
      </p>
    </section>
  );
}
