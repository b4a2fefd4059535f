import { type ReactNode, Suspense } from 'react';
import { text } from '../../../shared/text/text.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { lazyComponent } from '../../../shared/api/lazy-component.js';
import { Opening } from '../../../shared/ui/opening.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { type NeedDetail, failureTitle, useNeed } from '../data/need-detail.js';
import type { Action } from '../search/needs-search.js';
import type { Chosen } from './chosen-needs.js';

const OfferDialog = lazyComponent(() => import('./offer-dialog.js'), 'OfferDialog');
const OfferManyDialog = lazyComponent(() => import('./offer-many-dialog.js'), 'OfferManyDialog');
const AuthorDialog = lazyComponent(() => import('./author-dialog.js'), 'AuthorDialog');
const SnoozeDialog = lazyComponent(() => import('./snooze-dialog.js'), 'SnoozeDialog');
const DismissDialog = lazyComponent(() => import('./dismiss-dialog.js'), 'DismissDialog');

export interface NeedDialogsProps {
  readonly action: Action | undefined;
  /** A selection; null: the one need of the address. */
  readonly chosen: Chosen | null;
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** The dialog that is open, if any. */
export function NeedDialogs({ action, chosen, id, onClose }: NeedDialogsProps): ReactNode {
  if (action === undefined) return null;
  return (
    <Suspense fallback={<Opening onClose={onClose} />}>
      {chosen === null ? (
        id !== undefined && <OneDialog action={action} id={id} onClose={onClose} />
      ) : chosen.kind !== 'one' && action === 'offer' ? (
        <OfferManyDialog chosen={chosen} onClose={onClose} />
      ) : (
        <ActDialog action={action} chosen={chosen} onClose={onClose} />
      )}
    </Suspense>
  );
}

/** The need may be in no list: its address is enough. */
function OneDialog({
  action,
  id,
  onClose,
}: {
  readonly action: Action;
  readonly id: string;
  readonly onClose: () => void;
}): ReactNode {
  const query = useNeed(id);
  const { data: need, error } = query;
  if (need === undefined)
    return error === null ? (
      <Opening onClose={onClose} />
    ) : (
      <Dialog title={text.needs.title} onClose={onClose}>
        <div className="dialog-body">
          <QueryState query={query} what={text.needs.drawer.body} failed={failureTitle(error)} />
        </div>
      </Dialog>
    );
  return action === 'offer' ? (
    <OfferDialog key={id} need={need} onClose={onClose} />
  ) : (
    <ActDialog action={action} chosen={chosenOf(need)} onClose={onClose} />
  );
}

function chosenOf(need: NeedDetail): Chosen {
  return { kind: 'one', need };
}

function ActDialog({
  action,
  chosen,
  onClose,
}: {
  readonly action: Action;
  readonly chosen: Chosen;
  readonly onClose: () => void;
}): ReactNode {
  if (action === 'author') return <AuthorDialog chosen={chosen} onClose={onClose} />;
  if (action === 'snooze') return <SnoozeDialog chosen={chosen} onClose={onClose} />;
  return <DismissDialog chosen={chosen} onClose={onClose} />;
}
