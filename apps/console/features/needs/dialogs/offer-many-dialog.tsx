import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { BulkPreview, useBulkPreview } from './bulk-preview.js';
import { type Many, selectionOf } from './chosen-needs.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { useRunBulk } from './run-bulk.js';

/** Offers each selected need's own recommendation to its own people. */
export function OfferManyDialog({
  chosen,
  onClose,
}: {
  readonly chosen: Many;
  readonly onClose: () => void;
}): ReactNode {
  const { offer, many } = text.needs;
  const runBulk = useRunBulk();
  const body = { action: 'offer' as const, ...selectionOf(chosen) };
  const { data, error } = useBulkPreview(body);
  const count = data?.willMove ?? 0;
  const refused = data === undefined ? many.counting : count === 0 ? offer.nobody : null;
  return (
    <DecisionDialog
      title={offer.titleMany(data?.needs ?? chosen.ids.length)}
      button={many.button(count)}
      refused={refused}
      onDo={() => runBulk(chosen, body, many.done(count), data)}
      onClose={onClose}
    >
      <BulkPreview result={data} error={error} />
    </DecisionDialog>
  );
}
