import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useDecisionKeys } from '../../shared/api/decisions.js';
import { engine } from '../../shared/api/engine.js';
import { text } from '../../shared/text/text.js';
import { DecisionDialog } from '../../shared/ui/decision-dialog.js';
import { SelectField } from '../../shared/ui/select-field.js';
import { TextField } from '../../shared/ui/text-field.js';
import { ShownSecret } from '../../shared/ui/shown-secret.js';
import { useKeptOpen } from '../../shared/ui/use-kept-open.js';

/** How long earlier secrets of the system stay valid, in hours. */
const GRACES = ['1', '24', '168'] as const;

/** Creates a secret, and shows it once. If the system has secrets already, those expire. */
export function SecretDialog({
  name: known,
  onClose,
}: {
  /** Empty: a new system. */
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.connectors.secrets;
  const client = useQueryClient();
  // A retry after a lost response creates no second secret.
  const keys = useDecisionKeys();
  const [name, setName] = useState(known);
  const [hours, setHours] = useState<(typeof GRACES)[number]>('24');
  const [secret, setSecret] = useState<string | null>(null);
  const { keepOpen, close } = useKeptOpen(onClose);
  const isRotation = known !== '';
  const create = async (): Promise<void> => {
    const body = { name: name.trim(), ...(isRotation ? { graceSeconds: Number(hours) * 3_600 } : {}) };
    const created = await engine.createSigningSecret({ header: keys.of(body), body });
    setSecret(created.signingSecret);
    await client.invalidateQueries({ queryKey: ['secrets'] });
  };
  if (secret !== null) return <ShownSecret title={words.createdTitle(name)} secret={secret} onClose={onClose} />;
  return (
    <DecisionDialog
      title={isRotation ? words.rotateTitle(known) : words.createTitle}
      button={isRotation ? words.rotate : words.create}
      refused={name.trim() === '' ? words.nameNeeded : null}
      onDo={() => keepOpen(create)}
      onClose={close}
    >
      <TextField
        label={words.name}
        name="name"
        help={words.nameHelp}
        value={name}
        maxLength={100}
        readOnly={isRotation}
        onChange={({ target }) => setName(target.value)}
      />
      {isRotation && (
        <SelectField
          label={words.grace}
          value={hours}
          options={GRACES.map((grace) => [grace, words.hours(Number(grace))])}
          onChoose={setHours}
        />
      )}
    </DecisionDialog>
  );
}
