import type { UseQueryResult } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { text } from '../../../shared/text/text.js';
import { FailedPreview } from '../../../shared/ui/failed-preview.js';

type Result = Schemas['OfferResult'];

const GROUPS = ['willAssign', 'alreadyAssigned', 'alreadyValid', 'exempt', 'left'] as const;
const OPEN_UP_TO = 8;

/** Whom an offer reaches, and whom it does not reach and why, as counted by the engine. */
export function ReachPreview({
  preview,
  isAsked,
}: {
  readonly preview: UseQueryResult<Result>;
  /** False: something is not chosen yet. */
  readonly isAsked: boolean;
}): ReactNode {
  const words = text.needs.offer;
  const { data: result, error, isFetching } = preview;
  const counts = isAsked ? result?.counts : null;
  return (
    <section className="well scroll" tabIndex={0} aria-label={words.who} aria-busy={isFetching}>
      <FailedPreview {...preview} />
      {error === null && !counts && <p className="muted">{isAsked ? words.counting : words.chooseCourse}</p>}
      {error === null && counts && result && (
        <>
          <p className="reach num" role="status">
            {words.reach(counts.willAssign ?? 0, result.people)}
          </p>
          <p className="muted reach-sub">{subText(counts.willAssign ?? 0, result.people)}</p>
          {GROUPS.map((group) => (
            <Group key={group} group={group} count={counts[group] ?? 0} people={result.who?.[group] ?? []} />
          ))}
          <p className="faint reach-foot">{words.counted}</p>
        </>
      )}
    </section>
  );
}

function subText(count: number, all: number): string {
  const words = text.needs.offer;
  if (all === 0) return words.reachEmpty;
  if (count === 0) return words.reachNone;
  return count === all ? words.reachAll : words.reachSome(all - count);
}

function Group({
  group,
  count,
  people,
}: {
  readonly group: (typeof GROUPS)[number];
  readonly count: number;
  readonly people: ReadonlyArray<Schemas['OfferPerson']>;
}): ReactNode {
  const words = text.needs.offer;
  if (count === 0) return null;
  return (
    <details className="who" open={count <= OPEN_UP_TO}>
      <summary>
        <ChevronRight className="i" aria-hidden="true" />
        <span className="num">{text.needs.count(count)}</span>
        <span>{words.groups[group]}</span>
      </summary>
      <ul className="names">
        {people.map(({ id, name, externalWorkerId, email }) => (
          <li key={id}>
            <span className="trunc">{name}</span>
            <span className="faint">{externalWorkerId ?? email}</span>
          </li>
        ))}
        {count > people.length && <li className="faint">{text.common.more(count - people.length)}</li>}
      </ul>
    </details>
  );
}
