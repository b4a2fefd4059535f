import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { BulkPreview, bulkRefusal, useBulkPreview } from './bulk-preview.js';
import { type Many, selectionOf, sizeOf } from './chosen-needs.js';
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
  const preview = useBulkPreview(body);
  const { data } = preview;
  const count = data?.willMove ?? null;
  return (
    <DecisionDialog
      title={offer.titleMany(data?.needs ?? sizeOf(chosen))}
      button={many.button(count)}
      refused={bulkRefusal(preview)}
      onDo={() => runBulk(chosen, body, many.done(count ?? 0), data)}
      onClose={onClose}
    >
      <BulkPreview preview={preview} />
    </DecisionDialog>
  );
}
