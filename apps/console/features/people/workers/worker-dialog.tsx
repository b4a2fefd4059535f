import { type ReactNode, useState } from 'react';
import { ifMatch } from '#client';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { namesIn } from '../../../shared/text/names-in.js';
import { text } from '../../../shared/text/text.js';
import { CheckField } from '../../../shared/ui/check-field.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { EmailField } from '../../../shared/ui/email-field.js';
import { TextField } from '../../../shared/ui/text-field.js';
import type { Worker } from './worker.js';

const SHOWN_BY = [['workers'], ['sites'], ['groups'], ['readiness'], ['needs']];
const FIELDS = ['name', 'externalWorkerId', 'email', 'learnerId', 'site', 'role'] as const;

type Fields = Record<(typeof FIELDS)[number], string>;

/** What the fields show of a person; empty for a new one. */
function fieldsOf(worker: Worker | null): Fields {
  return {
    name: worker?.name ?? '',
    externalWorkerId: worker?.externalWorkerId ?? '',
    email: worker?.email ?? '',
    learnerId: worker?.learnerId ?? '',
    site: worker?.site ?? '',
    role: worker?.role ?? '',
  };
}

/** What the fields mean for the API: an empty one has no value. */
function valuesOf({ name, externalWorkerId, email, learnerId, site, role }: Fields) {
  return {
    name: name.trim(),
    externalWorkerId: externalWorkerId.trim() || null,
    email: email.trim() || null,
    learnerId: learnerId.trim() || null,
    site: site.trim() || null,
    role: role.trim() || null,
  };
}

/** Adds or changes a person: name, ids in source systems, site, groups, and whether they have left. */
export function WorkerDialog({
  worker,
  onClose,
}: {
  /** Null: a new one. */
  readonly worker: Worker | null;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.people.workers;
  const keys = useDecisionKeys();
  const [fields, setFields] = useState(fieldsOf(worker));
  const stored = worker?.groups.join(', ') ?? '';
  const [groups, setGroups] = useState(stored);
  const [active, setActive] = useState(worker?.active ?? true);
  const save = useChange(
    SHOWN_BY,
    () => {
      // A name can contain a comma: groups that the person has already are not split at it.
      const edited = groups === stored ? {} : { groups: namesIn(groups, worker?.groups) };
      const body = { ...valuesOf(fields), ...edited, active };
      return worker === null
        ? engine.createWorker({ header: keys.of(body), body })
        : engine.changeWorker({ path: { id: worker.id }, header: ifMatch(worker), body });
    },
    worker === null ? words.added(fields.name) : words.saved(fields.name),
  );
  const hasKey = [fields.externalWorkerId, fields.email, fields.learnerId].some((field) => field.trim() !== '');
  return (
    <DecisionDialog
      title={worker === null ? words.add : words.editOf(worker.name)}
      button={worker === null ? words.add : text.common.save}
      refused={fields.name.trim() === '' ? words.nameNeeded : hasKey ? null : words.keyNeeded}
      onDo={() => save.runInDialog(undefined)}
      onClose={onClose}
    >
      {FIELDS.map((field) => {
        const Field = field === 'email' ? EmailField : TextField;
        return (
          <Field
            key={field}
            name={field}
            label={words.fields[field]}
            help={field === 'externalWorkerId' ? words.keysHelp : undefined}
            maxLength={field === 'name' || field === 'role' ? 200 : 255}
            value={fields[field]}
            onChange={({ target }) => setFields({ ...fields, [field]: target.value })}
          />
        );
      })}
      <TextField
        label={words.groups}
        name="groups"
        help={words.groupsHelp}
        value={groups}
        onChange={({ target }) => setGroups(target.value)}
      />
      {worker !== null && (
        <CheckField isChecked={!active} onCheck={(hasLeft) => setActive(!hasLeft)} help={words.leftHelp}>
          {words.hasLeft}
        </CheckField>
      )}
    </DecisionDialog>
  );
}
