import type { ReactNode } from 'react';
import { text } from '../../shared/text/text.js';
import { Mark, type Shape } from '../../shared/ui/glyph.js';
import type { DraftSummary } from './draft-data.js';

const SHAPES: Readonly<Record<DraftSummary['status'], Shape>> = {
  queued: 'pending',
  drafting: 'pending',
  ready: 'low',
  in_review: 'assigned',
  approved: 'ready',
  published: 'ready',
  rejected: 'soon',
  failed: 'blocking',
  cancelled: 'waived',
};

export function DraftMark({ status }: { readonly status: DraftSummary['status'] }): ReactNode {
  return <Mark shape={SHAPES[status]}>{text.drafts.statuses[status]}</Mark>;
}
