import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { Clock, KeyRound } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ApiProblem } from '#client';
import { signIn } from '../../shared/session/session.js';
import { text } from '../../shared/text/text.js';
import { Button } from '../../shared/ui/button.js';
import { EmailField } from '../../shared/ui/email-field.js';
import { FieldError, TextField } from '../../shared/ui/text-field.js';
import { SignInFrame } from './sign-in-frame.js';

/** The tenant that was entered last in this browser. */
const TENANT = 'console.tenant';

/** Signs in by password, or starts a single sign-on, and goes back to the page that asked for a session. */
export function SignInPage(): ReactNode {
  const words = text.signIn;
  const search = useSearch({ from: '/login' });
  const returnTo = search.returnTo ?? '/needs';
  const [tenant, setTenant] = useState(search.tenant ?? localStorage.getItem(TENANT) ?? '');
  const [error, setError] = useState(failureText(search.error));
  const startSingleSignOn = (): void => {
    if (tenant.trim() === '') setError(words.needsTenant);
    else leaveForSingleSignOn(tenant.trim(), returnTo);
  };

  return (
    <SignInFrame title={words.title}>
      <h1 className="rec-title">{words.title}</h1>
      {search.reason !== undefined && <Note reason={search.reason} />}
      <PasswordForm returnTo={returnTo} tenant={tenant} onTenant={setTenant} error={error} onError={setError} />
      <SingleSignOn onStart={startSingleSignOn} />
      <p className="faint">{words.forgotten}</p>
    </SignInFrame>
  );
}

/** The form for a password. A single sign-on needs its tenant, too. */
function PasswordForm({
  returnTo,
  tenant,
  onTenant,
  error,
  onError,
}: {
  readonly returnTo: string;
  readonly tenant: string;
  readonly onTenant: (tenant: string) => void;
  readonly error: string | null;
  readonly onError: (error: string | null) => void;
}): ReactNode {
  const words = text.signIn;
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const { busy, enter } = useSignIn(returnTo);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    onError(null);
    const reason = await enter({ tenant: tenant.trim(), email: email.trim(), password });
    if (reason === null) return;
    setPassword('');
    onError(reason);
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <TextField
        label={words.tenant}
        help={words.tenantHelp}
        name="tenant"
        autoComplete="organization"
        autoCapitalize="none"
        spellCheck={false}
        required
        autoFocus={tenant === ''}
        value={tenant}
        onChange={({ target }) => onTenant(target.value)}
      />
      <EmailField
        label={words.email}
        name="email"
        autoComplete="username"
        required
        autoFocus={tenant !== ''}
        value={email}
        onChange={({ target }) => setEmail(target.value)}
      />
      <TextField
        label={words.password}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={({ target }) => setPassword(target.value)}
      />
      {error !== null && <FieldError>{error}</FieldError>}
      <Button type="submit" look="primary" size="form" className="full tall" busy={busy}>
        {words.button}
      </Button>
    </form>
  );
}

function SingleSignOn({ onStart }: { readonly onStart: () => void }): ReactNode {
  const words = text.signIn;
  return (
    <>
      <div className="or" aria-hidden="true">
        {words.or}
      </div>
      <Button size="form" className="full tall" onClick={onStart}>
        <KeyRound className="i" aria-hidden="true" />
        {words.singleSignOn}
      </Button>
    </>
  );
}

/** Goes to the identity provider of a tenant, which leads back to a page. */
function leaveForSingleSignOn(tenant: string, returnTo: string): void {
  localStorage.setItem(TENANT, tenant);
  location.assign(`/engine/v1/auth/oidc/${encodeURIComponent(tenant)}/start?returnTo=${encodeURIComponent(returnTo)}`);
}

/** Signs in and leads to a page. `enter` returns why that is not possible; null: the page is shown. */
function useSignIn(returnTo: string) {
  const client = useQueryClient();
  const router = useRouter();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const enter = async (given: Parameters<typeof signIn>[1]): Promise<string | null> => {
    setBusy(true);
    try {
      await signIn(client, given);
      localStorage.setItem(TENANT, given.tenant);
      await router.invalidate();
      await navigate({ href: returnTo, replace: true });
      return null;
    } catch (failure) {
      setBusy(false);
      return reasonText(failure);
    }
  };
  return { busy, enter };
}

const NOTES = {
  ended: text.signIn.ended,
  'signed-out': text.signIn.signedOut,
  'password-set': text.signIn.setPassword.done,
};

/** Why the page is shown. */
function Note({ reason }: { readonly reason: keyof typeof NOTES }): ReactNode {
  return (
    <p className="note accent" role="status">
      <Clock className="i" aria-hidden="true" />
      <span>{NOTES[reason]}</span>
    </p>
  );
}

function failureText(code: string | undefined): string | null {
  if (code === undefined) return null;
  const known: Readonly<Record<string, string>> = text.signIn.failures;
  return known[code] ?? text.signIn.failed;
}

function reasonText(failure: unknown): string {
  const words = text.signIn;
  // A proxy before the engine may have answered.
  if (!(failure instanceof ApiProblem) || failure.code === 'unreadable') return words.unreachable;
  if (failure.status === 429) return words.tooMany(failure.retryAfter ?? 60);
  return failure.code === 'wrong_login' || failure.status === 422 ? words.wrong : failure.message;
}
