import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { text } from '../../shared/text/text.js';
import { Mark, type Shape } from '../../shared/ui/glyph.js';
import type { Reason } from './board-data.js';
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

/** The one step that ends a reason: a link to the need that it is taken on, or what somebody has to do elsewhere. */
export function NextStep({ move, look }: { readonly move: Move | null; readonly look: 'link' | 'button' }): ReactNode {
  if (move === null) return <span className="faint">–</span>;
  const words = text.readiness.moves[move.action];
  if (move.needId === undefined) return <span className="muted">{words}</span>;
  const { action, needId } = move;
  const act = action === 'offer' || action === 'author' ? { act: action, on: needId } : {};
  return (
    <Link className={look === 'button' ? 'btn' : 'medium'} to="/needs" search={{ need: needId, ...act }}>
      {words}
    </Link>
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
