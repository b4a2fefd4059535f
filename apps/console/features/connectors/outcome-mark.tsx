import type { ReactNode } from 'react';
import { text } from '../../shared/text/text.js';
import { Mark, type Shape } from '../../shared/ui/glyph.js';
import type { Outcome } from './connectors-search.js';

const SHAPES: Readonly<Record<Outcome, Shape>> = {
  created: 'ready',
  joined: 'assigned',
  resolved: 'low',
  nothing_open: 'waived',
  completion: 'ready',
};

export function OutcomeMark({ outcome }: { readonly outcome: Outcome }): ReactNode {
  return <Mark shape={SHAPES[outcome]}>{text.connectors.log.outcomes[outcome]}</Mark>;
}
