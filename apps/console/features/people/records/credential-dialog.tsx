import { type ReactNode, useState } from 'react';
import { type Schemas, ifMatch } from '#client';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { WorkerPicker, keysOf } from '../../../shared/pickers/worker-picker.js';
import { text } from '../../../shared/text/text.js';
import { dayOf } from '../../../shared/time/days.js';
import { useZone } from '../../../shared/time/zone.js';
import { DayField } from '../../../shared/ui/day-field.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import type { Option } from '../../../shared/ui/search-select.js';
import { TextField } from '../../../shared/ui/text-field.js';

export type Credential = Schemas['CredentialView'];

export const CREDENTIALS_SHOWN_BY = [['credentials'], ['readiness']];

/** Edits a credential, or records a new one. */
export function CredentialDialog({
  credential,
  onClose,
}: {
  readonly credential: Credential | null;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.people.credentials;
  const zone = useZone();
  const keys = useDecisionKeys();
  const [worker, setWorker] = useState<Option | null>(null);
  const [name, setName] = useState(credential?.name ?? '');
  const stored = credential?.expiresAt ?? null;
  const day = stored === null ? '' : dayOf(stored, zone);
  const [expires, setExpires] = useState(day);
  const save = useChange(
    CREDENTIALS_SHOWN_BY,
    async () => {
      // One that ends at an instant keeps it, unless another day is chosen.
      const body = { name: name.trim(), ...(expires === day ? {} : { expiresAt: expires === '' ? null : expires }) };
      if (credential !== null)
        await engine.changeCredential({ path: { id: credential.id }, header: ifMatch(credential), body });
      else if (worker !== null) {
        const created = { ...body, ...(await keysOf(worker)) };
        await engine.createCredential({ header: keys.of(created), body: created });
      }
    },
    words.saved,
  );
  const isComplete = name.trim() !== '' && (credential !== null || worker !== null);
  return (
    <DecisionDialog
      title={credential === null ? words.add : words.editTitle}
      sub={credential?.worker.name}
      button={credential === null ? words.add : text.common.save}
      refused={isComplete ? null : words.needed}
      onDo={() => save.runInDialog(undefined)}
      onClose={onClose}
    >
      {credential === null && <WorkerPicker chosen={worker} onChoose={setWorker} />}
      <TextField
        label={words.name}
        name="name"
        maxLength={255}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <DayField label={words.expires} help={words.expiresHelp} name="expiresAt" day={expires} onChoose={setExpires} />
    </DecisionDialog>
  );
}
