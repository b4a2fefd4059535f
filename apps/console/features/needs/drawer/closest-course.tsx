import type { ReactNode } from 'react';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { text } from '../../../shared/text/text.js';
import { Button } from '../../../shared/ui/button.js';
import { FieldError } from '../../../shared/ui/text-field.js';
import { Glyph } from '../../../shared/ui/glyph.js';
import type { NeedDetail } from '../data/need-detail.js';
import { sentence } from './why-course.js';

/** Accepting it teaches the library what the topic means. */
const SHOWN_BY = [['needs'], ['topics']];

/** The course that comes closest where none is recommended: accepting it recommends it, and teaches the topic. */
export function ClosestCourse({
  need: { id, suggestion },
  refused,
}: {
  readonly need: NeedDetail;
  readonly refused: string | null;
}): ReactNode {
  const words = text.needs.drawer;
  const decide = useChange(
    SHOWN_BY,
    (accepts: boolean) =>
      accepts ? engine.acceptSuggestion({ path: { id } }) : engine.rejectSuggestion({ path: { id } }),
    (accepts) => (accepts ? words.accepted : words.rejected)(suggestion?.title ?? ''),
  );
  if (suggestion === null) return null;
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
            <Button refused={refused} busy={decide.busy} onClick={() => decide.run(true)}>
              {words.accept}
            </Button>
            <Button look="ghost" refused={refused} busy={decide.busy} onClick={() => decide.run(false)}>
              {words.reject}
            </Button>
          </span>
        </div>
        {decide.error !== null && <FieldError>{decide.error}</FieldError>}
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
