import { type ReactNode, useState } from 'react';
import { engine } from '../../shared/api/engine.js';
import { text } from '../../shared/text/text.js';
import { DecisionDialog } from '../../shared/ui/decision-dialog.js';
import { TextField } from '../../shared/ui/text-field.js';
import { showToast } from '../../shared/ui/toasts.js';

/** Changes the password of whoever is signed in. */
export function PasswordDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = text.common.password;
  const [currentPassword, setCurrent] = useState('');
  const [newPassword, setNew] = useState('');
  const change = async (): Promise<void> => {
    await engine.changeMyPassword({ body: { currentPassword, newPassword } });
    showToast(words.changed);
  };
  return (
    <DecisionDialog
      title={words.title}
      sub={words.help}
      button={words.change}
      refused={currentPassword === '' || newPassword === '' ? words.needed : null}
      onDo={change}
      onClose={onClose}
    >
      <TextField
        label={words.current}
        name="currentPassword"
        type="password"
        autoComplete="current-password"
        value={currentPassword}
        onChange={({ target }) => setCurrent(target.value)}
      />
      <TextField
        label={words.next}
        name="newPassword"
        type="password"
        autoComplete="new-password"
        value={newPassword}
        onChange={({ target }) => setNew(target.value)}
      />
    </DecisionDialog>
  );
}
