import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { engine } from '../../shared/api/engine.js';
import { text } from '../../shared/text/text.js';
import { shortDay } from '../../shared/time/days.js';
import { useNow } from '../../shared/time/now.js';
import { SectionHead } from '../../shared/ui/section-head.js';
import type { Edited } from './edits.js';

export function AutoAuthor({
  edited,
  refused,
  onEdit,
}: {
  readonly edited: Edited;
  readonly refused: string | null;
  readonly onEdit: (edited: Edited) => void;
}): ReactNode {
  const words = text.automation.auto;
  /** The threshold while it is typed, because an empty field is none. */
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <section className="sec">
      <SectionHead level={2} title={words.title} help={words.help} />
      <div className="panel">
        <div className="pad auto-author">
          <input
            className="switch"
            type="checkbox"
            role="switch"
            aria-checked={edited.autoAuthor}
            id="auto-author"
            checked={edited.autoAuthor}
            disabled={refused !== null}
            onChange={({ target }) => onEdit({ ...edited, autoAuthor: target.checked })}
          />
          <span>
            <label className="medium" htmlFor="auto-author">
              {words.label}
            </label>
            <br />
            <span className="muted">
              {words.before}{' '}
              <input
                className="in sm num threshold"
                type="number"
                min={1}
                max={10_000}
                aria-label={words.threshold}
                value={typed ?? edited.autoAuthorThreshold}
                disabled={refused !== null}
                onChange={({ target }) => {
                  setTyped(target.value);
                  if (target.value !== '') onEdit({ ...edited, autoAuthorThreshold: Number(target.value) });
                }}
                onBlur={() => setTyped(null)}
              />{' '}
              {words.after}
            </span>
          </span>
        </div>
        <PlanMeter />
      </div>
    </section>
  );
}

/** How much of the plan's drafts is used. Months are UTC. */
function PlanMeter(): ReactNode {
  const words = text.automation.auto;
  const now = useNow();
  const { data } = useQuery({
    queryKey: ['authoring-usage'],
    queryFn: () => engine.getAuthoringUsage(),
    // A draft may have been asked for a moment ago, on another page.
    staleTime: 0,
  });
  if (data === undefined) return null;
  const { used, reserved, left, limit } = data.drafts;
  return (
    <div className="pad plan">
      <span className="num">
        <span className="medium">{words.used(used, limit)}</span>{' '}
        <span className="muted">{words.rest(reserved, left)}</span>
      </span>
      <span className="faint">{words.plan(data.plan, shortDay(data.resetsAt, 'UTC', now))}</span>
      <svg
        className="plan-meter"
        viewBox="0 0 100 1"
        preserveAspectRatio="none"
        role="img"
        aria-label={words.meter(used, reserved, limit)}
      >
        <rect className="used" width={share(used, limit)} height="1" />
        <rect className="reserved" x={share(used, limit)} width={share(reserved, limit)} height="1" />
      </svg>
    </div>
  );
}

function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(100, (100 * part) / whole) : 0;
}
