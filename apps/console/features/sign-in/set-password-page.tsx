import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ApiProblem } from '#client';
import { engine } from '../../shared/api/engine.js';
import { problemText } from '../../shared/text/problem-text.js';
import { text } from '../../shared/text/text.js';
import { Button } from '../../shared/ui/button.js';
import { TextField } from '../../shared/ui/text-field.js';
import { SignInFrame } from './sign-in-frame.js';

/** Completes an invitation or a reset. The token is in the URL's fragment, which browsers do not send to servers. */
export function SetPasswordPage(): ReactNode {
  const words = text.signIn.setPassword;
  const [token] = useState(() => location.hash.slice(1));
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(token === '' ? words.incomplete : null);
  const navigate = useNavigate();

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      // Whoever was invited may not know what the tenant is called.
      const { tenant } = await engine.setPassword({ body: { token, password } });
      await navigate({ to: '/login', search: { tenant, reason: 'password-set' }, replace: true });
    } catch (failure) {
      setBusy(false);
      const isUsed = failure instanceof ApiProblem && [401, 404, 410].includes(failure.status);
      setError(isUsed ? words.invalid : problemText(failure).what);
    }
  };

  return (
    <SignInFrame title={words.title}>
      <h1 className="rec-title">{words.title}</h1>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <TextField
          label={words.fresh}
          help={words.help}
          error={error}
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={12}
          maxLength={256}
          required
          autoFocus
          value={password}
          onChange={({ target }) => setPassword(target.value)}
        />
        <Button type="submit" look="primary" size="form" className="full tall" busy={busy}>
          {words.button}
        </Button>
      </form>
    </SignInFrame>
  );
}
