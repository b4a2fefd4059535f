import { type ReactNode, useState } from 'react';
import { type Schemas, ifMatch } from '#client';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { CheckField } from '../../../shared/ui/check-field.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { TextField } from '../../../shared/ui/text-field.js';

export type View = Schemas['ViewView'];

export const VIEWS_KEY = ['views', 'needs'];
const SHOWN_BY = [VIEWS_KEY];

/** Saves filters under a name, or renames a saved view. */
export function SaveViewDialog({
  view,
  query,
  onClose,
}: {
  /** Null: it is saved for the first time. */
  readonly view: View | null;
  /** The filters, as the address of the page has them. */
  readonly query: string;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.needs.savedViews;
  const refused = useRefusal('author');
  const keys = useDecisionKeys();
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const save = useChange(
    SHOWN_BY,
    () => {
      const body = { name: name.trim(), query, shared };
      return view === null
        ? engine.createView({ header: keys.of(body), body: { ...body, page: 'needs' } })
        : engine.changeView({ path: { id: view.id }, header: { ...ifMatch(view), ...keys.of(body) }, body });
    },
    words.saved(name.trim()),
  );
  return (
    <DecisionDialog
      title={view === null ? words.save : words.rename}
      sub={view === null ? words.saveHelp : undefined}
      button={view === null ? words.save : text.common.save}
      refused={name.trim() === '' ? words.nameNeeded : null}
      onDo={() => save.runInDialog(undefined)}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        name="name"
        maxLength={100}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <CheckField isChecked={shared} onCheck={setShared} isDisabled={refused !== null} help={refused}>
        {words.shared}
      </CheckField>
    </DecisionDialog>
  );
}
