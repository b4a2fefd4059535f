import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { Mark, type Shape } from '../../../shared/ui/glyph.js';

export type Cell = Schemas['MatrixCell'];

const SHAPES: Readonly<Record<Exclude<Cell['state'], 'not_required'>, Shape>> = {
  valid: 'ready',
  expiring: 'soon',
  expired: 'blocking',
  missing: 'missing',
  assigned: 'assigned',
  waived: 'waived',
};

/** What a person has of one requirement: its shape, and the day that counts. */
export function CellMark({
  cell: { state, until },
  zone,
  now,
}: {
  readonly cell: Cell;
  readonly zone: string;
  readonly now: Date;
}): ReactNode {
  const words = text.readiness.matrix;
  if (state === 'not_required') return words.notRequired;
  return (
    <Mark shape={SHAPES[state]}>
      {until === null ? words.states[state] : words.until[state](shortDay(until, zone, now))}
    </Mark>
  );
}
