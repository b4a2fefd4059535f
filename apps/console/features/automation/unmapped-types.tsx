import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { engine } from '../../shared/api/engine.js';
import { problemText } from '../../shared/text/problem-text.js';
import { text } from '../../shared/text/text.js';
import { shortDay } from '../../shared/time/days.js';
import { useNow } from '../../shared/time/now.js';
import { useZone } from '../../shared/time/zone.js';
import { Button } from '../../shared/ui/button.js';
import { SectionHead } from '../../shared/ui/section-head.js';
import { FieldError } from '../../shared/ui/text-field.js';
import { type Edited, withType } from './edits.js';

/** Types that arrive without a rule, most frequent first, each with a suggestion that one click takes into the map. */
export function UnmappedTypes({
  edited,
  refused,
  onEdit,
}: {
  readonly edited: Edited;
  readonly refused: string | null;
  readonly onEdit: (edited: Edited) => void;
}): ReactNode {
  const words = text.automation.unmapped;
  const zone = useZone();
  const now = useNow();
  const { data, error } = useQuery({ queryKey: ['unmapped'], queryFn: () => engine.getSignalMapUnmappedTypes() });
  const items = data?.items.filter(({ type }) => edited.map[type] === undefined) ?? [];
  return (
    <section className="sec">
      <SectionHead level={2} title={words.title} help={words.help} />
      {error !== null && <FieldError>{problemText(error).what}</FieldError>}
      {data !== undefined && items.length === 0 && <p className="muted">{words.none(data.signals)}</p>}
      {items.length > 0 && (
        <div className="panel">
          <ul className="rows unmapped">
            {items.map(({ type, signals, lastSeenAt, suggestedTopic, suggestedCourse }) => (
              <li key={type}>
                <span>
                  <span className="mono medium">{type}</span>
                  <br />
                  <span className="faint num">{words.seen(signals, shortDay(lastSeenAt, zone, now))}</span>
                </span>
                <span>
                  {words.suggested} <span className="medium">{suggestedTopic}</span>{' '}
                  {suggestedCourse === null && <span className="faint">{words.noCourse}</span>}
                </span>
                <Button
                  refused={refused}
                  aria-label={words.acceptOf(type, suggestedTopic)}
                  onClick={() => onEdit(withType(edited, type, { topic: suggestedTopic }))}
                >
                  {words.accept}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
