import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Schemas } from '#client';
import { decisionKey } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { Button } from '../../../shared/ui/button.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { ScrollRegion } from '../../../shared/ui/scroll-region.js';
import { EmptyState } from '../../../shared/ui/states.js';
import { FieldError, TextField } from '../../../shared/ui/text-field.js';

interface MatchTesterProps {
  readonly topic: string | undefined;
  readonly onTopic: (topic: string | undefined) => void;
}

const SHOWN_BY = [['topics'], ['needs']];

/** Shows what the engine would recommend for a topic, and why; the person can correct it. */
export function MatchTester({ topic, onTopic }: MatchTesterProps): ReactNode {
  const words = text.library.match;
  const [entered, setEntered] = useState(topic ?? '');
  return (
    <ScrollRegion label={words.title}>
      <form
        className="match-form"
        onSubmit={(event) => {
          event.preventDefault();
          onTopic(entered.trim() === '' ? undefined : entered.trim());
        }}
      >
        <TextField
          label={words.topic}
          help={words.help}
          maxLength={255}
          value={entered}
          onChange={({ target }) => setEntered(target.value)}
        />
        <Button type="submit" size="form" look="primary">
          {words.match}
        </Button>
      </form>
      {topic === undefined ? <EmptyState title={words.none} help={words.noneHelp} /> : <Matched topic={topic} />}
    </ScrollRegion>
  );
}

function Matched({ topic }: { readonly topic: string }): ReactNode {
  const words = text.library.match;
  const query = useQuery({
    queryKey: ['topics', 'match', topic],
    queryFn: ({ signal }) => engine.matchTopics({ body: { topic }, signal }),
    // A course may have been published a moment ago, on another page.
    staleTime: 0,
  });
  const { data } = query;
  const refused = useRefusal('author');
  const teach = useChange(
    SHOWN_BY,
    ({ courseId }: Schemas['CandidateView']) =>
      engine.enterSynonym({ header: decisionKey(), body: { topic, courseId } }),
    ({ title }) => words.taught(topic, title),
  );
  if (query.error !== null || data === undefined)
    return <QueryState query={query} what={words.title} failed={words.failed} rows={4} />;
  const { recommended, candidates } = data;
  return (
    <section className="sec" aria-live="polite">
      <p>
        {recommended === null ? (
          <Mark shape="info">{words.authorOne}</Mark>
        ) : (
          <Mark shape="ready">
            {words.recommends(candidates.find(({ courseId }) => courseId === recommended)?.title)}
          </Mark>
        )}
      </p>
      {teach.error !== null && <FieldError>{teach.error}</FieldError>}
      <ol className="candidates">
        {candidates.map((candidate) => {
          const { courseId, title, score, evidence } = candidate;
          return (
            <li key={courseId} className="panel">
              <div className="bar">
                <span className="num medium">{score.toFixed(2)}</span>
                <Link to="/library/$course" params={{ course: courseId }} className="grow">
                  {title}
                </Link>
                {courseId === recommended ? (
                  <span className="faint">{words.isRecommended}</span>
                ) : (
                  <Button refused={refused} busy={teach.busy} onClick={() => teach.run(candidate)}>
                    {words.teach}
                  </Button>
                )}
              </div>
              <ul className="muted">
                {evidence.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
