import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useRefusal } from '../../shared/session/session.js';
import { text } from '../../shared/text/text.js';
import { Button } from '../../shared/ui/button.js';
import { Mark, type Shape } from '../../shared/ui/glyph.js';
import { useActLabel } from '../../shared/ui/row-name.js';
import type { ReadinessRow, Reason } from './board-data.js';
import { OfferCourseDialog } from './offer-course-dialog.js';
import type { Status } from './readiness-search.js';

export const STATUS_SHAPES: Readonly<Record<Status, Shape>> = {
  not_ready: 'blocking',
  at_risk: 'soon',
  ready: 'ready',
};

export function StatusMark({ status }: { readonly status: Status }): ReactNode {
  return <Mark shape={STATUS_SHAPES[status]}>{text.readiness.statuses[status]}</Mark>;
}

type Move = NonNullable<Reason['move']>;

/** The person and the reason that a step is about. */
interface StepOf {
  readonly worker: ReadinessRow['worker'];
  readonly reason: Reason['text'];
}

/**
 * The step that ends a reason: a link to its need; a dialog, if no need asks for the course; or text, if it is taken
 * elsewhere.
 */
export function NextStep({
  move,
  look,
  of = null,
}: {
  readonly move: Move | null;
  readonly look: 'link' | 'button';
  /** Null: the step cannot be taken now, or is not about one person. */
  readonly of?: StepOf | null;
}): ReactNode {
  const words = move === null ? null : text.readiness.moves[move.action];
  const label = useActLabel(words);
  if (move === null) return <span className="faint">–</span>;
  if (move.action === 'offer' && move.needId === undefined && move.courseId !== undefined && of !== null)
    return <OfferCourse {...of} courseId={move.courseId} look={look} />;
  const className = look === 'button' ? 'btn' : 'medium';
  if (move.action === 'complete' && move.needId === undefined && of !== null) {
    const tab = move.assignmentId === undefined ? 'onboarding' : 'assignments';
    return (
      <Link className={className} to="/people" search={{ tab, worker: of.worker.id }} aria-label={label}>
        {words}
      </Link>
    );
  }
  if (move.needId === undefined) return <span className="muted">{words}</span>;
  const { action, needId } = move;
  const act = action === 'offer' || action === 'author' ? { act: action, on: needId } : {};
  return (
    <Link className={className} to="/needs" search={{ need: needId, ...act }} aria-label={label}>
      {words}
    </Link>
  );
}

function OfferCourse({
  look,
  ...offered
}: StepOf & { readonly courseId: string; readonly look: 'link' | 'button' }): ReactNode {
  const refused = useRefusal('admin');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button className={look === 'link' ? 'as-link' : ''} refused={refused} onClick={() => setOpen(true)}>
        {text.readiness.moves.offer}
      </Button>
      {isOpen && <OfferCourseDialog {...offered} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The record in the source system, and the kind of system. */
export function SourceText({ source }: { readonly source: Reason['source'] }): ReactNode {
  if (source === null) return <span className="faint">–</span>;
  const type = source.type.replace(/^signal\./, '').replaceAll(/[_.-]+/g, ' ');
  return (
    <>
      {source.record !== null && <span className="mono">{source.record} </span>}
      <span className="faint">{type}</span>
    </>
  );
}
