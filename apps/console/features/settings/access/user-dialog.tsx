import { type ReactNode, useState } from 'react';
import { ifMatch } from '#client';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { type Role, sessionQuery } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { CheckField } from '../../../shared/ui/check-field.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { EmailField } from '../../../shared/ui/email-field.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { showToast } from '../../../shared/ui/toasts.js';
import { RoleField } from './role-field.js';
import type { PasswordLink, User } from './user.js';

/** The user who is changed may be the one who is signed in. */
const SHOWN_BY = [['users'], sessionQuery.queryKey];

interface UserDialogProps {
  /** Null: somebody is invited. */
  readonly user: User | null;
  readonly onInvited: (link: PasswordLink) => void;
  readonly onClose: () => void;
}

/** Invites a user, or changes one: name, role, and whether they may sign in. */
export function UserDialog({ user, onInvited, onClose }: UserDialogProps): ReactNode {
  const words = text.settings.users;
  const keys = useDecisionKeys();
  const [email, setEmail] = useState(user?.email ?? '');
  const [name, setName] = useState(user?.name ?? '');
  const [role, setRole] = useState<Role>(user?.role ?? 'viewer');
  const [active, setActive] = useState(user?.active ?? true);
  const save = useChange<void>(SHOWN_BY, async () => {
    const body = { email: email.trim(), role, ...(name.trim() === '' ? {} : { name: name.trim() }) };
    if (user === null) {
      const { invitation } = await engine.createUser({ header: keys.of(body), body });
      onInvited({ email: body.email, ...invitation });
    } else {
      await engine.changeUser({ path: { id: user.id }, header: ifMatch(user), body: { ...body, active } });
      showToast(words.saved(body.email));
    }
  });
  return (
    <DecisionDialog
      title={user === null ? words.invite : words.editTitle}
      sub={user === null ? words.inviteHelp : user.email}
      button={user === null ? words.invite : text.common.save}
      refused={email.trim() === '' ? words.emailNeeded : null}
      onDo={() => save.runInDialog()}
      onClose={onClose}
    >
      <EmailField
        label={words.email}
        name="email"
        maxLength={320}
        value={email}
        onChange={({ target }) => setEmail(target.value)}
      />
      <TextField
        label={words.name}
        name="name"
        maxLength={200}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <RoleField role={role} onChange={setRole} />
      {user !== null && (
        <CheckField isChecked={active} onCheck={setActive} help={user.active && !active ? words.barHelp : null}>
          {words.maySignIn}
        </CheckField>
      )}
    </DecisionDialog>
  );
}
