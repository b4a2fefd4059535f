import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
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
export function CellMark({ cell: { state, until } }: { readonly cell: Cell }): ReactNode {
  const words = text.readiness.matrix;
  const zone = useZone();
  const now = useNow();
  if (state === 'not_required') return words.notRequired;
  return (
    <Mark shape={SHAPES[state]}>
      {until === null ? words.states[state] : words.until[state](shortDay(until, zone, now))}
    </Mark>
  );
}
