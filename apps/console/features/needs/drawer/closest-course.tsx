import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { engine } from '../../../shared/api/engine.js';
import { text } from '../../../shared/text/text.js';
import { Button } from '../../../shared/ui/button.js';
import { Glyph } from '../../../shared/ui/glyph.js';
import { tell } from '../../../shared/ui/toasts.js';
import type { NeedDetail } from '../data/need-detail.js';
import { sentence } from './why-course.js';

/** The course that comes closest where none is recommended: accepting it recommends it, and teaches the topic. */
export function ClosestCourse({
  need: { id, suggestion },
  refused,
}: {
  readonly need: NeedDetail;
  readonly refused: string | null;
}): ReactNode {
  const [isBusy, setBusy] = useState(false);
  const client = useQueryClient();
  if (suggestion === null) return null;
  const words = text.needs.drawer;
  const decide = async (accepts: boolean): Promise<void> => {
    setBusy(true);
    try {
      await (accepts ? engine.acceptSuggestion({ path: { id } }) : engine.rejectSuggestion({ path: { id } }));
      tell(accepts ? words.accepted(suggestion.title) : words.rejected(suggestion.title));
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: ['needs'] });
    }
  };
  return (
    <section className="sec">
      <h3>{words.suggestion}</h3>
      <div className="panel">
        <div className="pad course">
          <span>
            <b>{suggestion.title}</b>
            <br />
            <span className="faint num">
              {words.score(suggestion.score.toFixed(2))}. {words.suggestionHelp}
            </span>
          </span>
          <span className="cellrow">
            <Button refused={refused} busy={isBusy} onClick={() => void decide(true)}>
              {words.accept}
            </Button>
            <Button look="ghost" refused={refused} busy={isBusy} onClick={() => void decide(false)}>
              {words.reject}
            </Button>
          </span>
        </div>
        <div className="pad">
          <ul className="ev">
            {suggestion.evidence.map((reason) => (
              <li key={reason}>
                <Glyph shape="low" />
                <span>{sentence(reason)}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}
