import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type Schemas, ifMatch } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import type { Role } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { Button } from '../../../shared/ui/button.js';
import { TextArea, linesOf, wordsOf } from '../../../shared/ui/edit-form.js';
import type { FieldErrors } from '../../../shared/ui/field-problems.js';
import { GuardedForm } from '../../../shared/ui/guarded-form.js';
import { FormProblem } from '../../../shared/ui/form-problem.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { ScrollRegion } from '../../../shared/ui/scroll-region.js';
import { SelectField } from '../../../shared/ui/select-field.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { useFormBase } from '../../../shared/ui/use-form-base.js';
import { useConfirmed } from '../../../shared/list/use-confirmed.js';

type Settings = Schemas['OidcSettingsView'];
type Mappings = Settings['roles'];

const KEY = ['oidc'];
const SHOWN_BY = [KEY];
/** The page to which a trial sign-on returns. */
const TRIED = '/settings?tab=signOn&tried=true';
const ROLES = ['viewer', 'author', 'admin'] as const satisfies readonly Role[];

/** Sign-on by the company's OpenID provider. */
export function SignOn(): ReactNode {
  const words = text.settings.signOn;
  const query = useQuery({ queryKey: KEY, queryFn: ({ signal }) => engine.getOidc({ signal }) });
  const { data } = query;
  return (
    <ScrollRegion label={words.title}>
      <QueryState query={query} what={words.title} failed={words.failed} />
      {data !== undefined && <SignOnForm latest={data} />}
    </ScrollRegion>
  );
}

function SignOnForm({ latest }: { readonly latest: Settings }): ReactNode {
  const words = text.settings.signOn;
  const { base: settings, setDirty } = useFormBase(latest);
  const isSet = settings.issuer !== null;
  const save = useChange(
    SHOWN_BY,
    (body: Schemas['OidcSettingsBody']) => engine.replaceOidc({ header: ifMatch(settings), body }),
    words.saved,
  );
  const [sent, setSent] = useState<Mappings>([]);
  const errors = errorsOfRoles(save.fields, sent);
  const submit = (body: Schemas['OidcSettingsBody'], saved: () => void): void => {
    setSent(body.roles ?? []);
    save.run(body, saved);
  };
  const removal = useConfirmed(
    useChange<void>(
      SHOWN_BY,
      async () => {
        await engine.removeOidc({ header: ifMatch(settings) });
        setDirty(false);
      },
      words.removed,
    ),
    () => ({ title: words.removeTitle, button: words.remove, help: words.removeHelp }),
  );
  return (
    <GuardedForm
      key={settings.version}
      className="stack wizard"
      errors={errors}
      onDirty={setDirty}
      onSave={(form, saved) => submit(bodyOf(form), saved)}
    >
      <p className="muted">{words.help}</p>
      <TextField label={words.redirectUri} help={words.redirectHelp} readOnly value={settings.redirectUri} />
      <ProviderFields settings={settings} />
      <TextArea
        label={words.emailDomains}
        help={words.emailDomainsHelp}
        name="emailDomains"
        rows={2}
        value={settings.emailDomains.join('\n')}
        required={false}
      />
      <label className="choice">
        <input type="checkbox" className="cb" name="provision" defaultChecked={settings.provision} />
        {words.provision}
      </label>
      <RoleFields settings={settings} />
      <label className="choice">
        <input type="checkbox" className="cb" name="passwordsAllowed" defaultChecked={settings.passwordsAllowed} />
        <span>
          {words.passwordsAllowed} <span className="faint">{words.passwordsHelp}</span>
        </span>
      </label>
      <FormProblem save={{ error: save.error, fields: errors }} />
      <div className="bar">
        <Button type="submit" size="form" look="primary" busy={save.busy}>
          {words.save}
        </Button>
        {isSet && (
          <>
            <a className="btn lg" href={`${settings.startUrl}?returnTo=${encodeURIComponent(TRIED)}`}>
              {words.test}
            </a>
            <Button size="form" look="ghost" onClick={() => removal.start()}>
              {words.remove}
            </Button>
          </>
        )}
      </div>
      {removal.dialog}
    </GuardedForm>
  );
}

/** How the engine is registered with the provider. */
function ProviderFields({ settings }: { readonly settings: Settings }): ReactNode {
  const words = text.settings.signOn;
  const isSet = settings.issuer !== null;
  return (
    <>
      <div className="two-fields">
        <TextField
          label={words.issuer}
          help={words.issuerHelp}
          name="issuer"
          type="url"
          required
          defaultValue={settings.issuer ?? ''}
        />
        <TextField label={words.clientId} name="clientId" required defaultValue={settings.clientId ?? ''} />
      </div>
      <TextField
        label={words.clientSecret}
        help={isSet ? words.secretKept : undefined}
        name="clientSecret"
        type="password"
        autoComplete="off"
        required={!isSet}
      />
    </>
  );
}

/** Which role a person gets who signs on for the first time, and by which claim. */
function RoleFields({ settings }: { readonly settings: Settings }): ReactNode {
  const words = text.settings.signOn;
  const valuesOf = (role: Role): string =>
    settings.roles.flatMap((mapping) => (mapping.role === role ? mapping.value : [])).join('\n');
  return (
    <>
      <SelectField
        isNarrow
        label={words.defaultRole}
        name="defaultRole"
        defaultValue={settings.defaultRole ?? ''}
        options={[...ROLES.map((role) => [role, text.common.roles[role]] as const), ['', words.noRole]]}
      />
      <TextField
        label={words.roleClaim}
        help={words.roleClaimHelp}
        name="roleClaim"
        defaultValue={settings.roleClaim ?? ''}
      />
      <div className="three-fields">
        {ROLES.map((role) => (
          <TextArea
            key={role}
            label={words.valuesOf(text.common.roles[role])}
            name={role}
            rows={2}
            value={valuesOf(role)}
            required={false}
          />
        ))}
      </div>
    </>
  );
}

function bodyOf(form: FormData): Schemas['OidcSettingsBody'] {
  const secret = wordsOf(form, 'clientSecret');
  const roleClaim = wordsOf(form, 'roleClaim').trim();
  return {
    issuer: wordsOf(form, 'issuer').trim(),
    clientId: wordsOf(form, 'clientId').trim(),
    ...(secret === '' ? {} : { clientSecret: secret }),
    emailDomains: linesOf(form, 'emailDomains'),
    provision: form.get('provision') === 'on',
    passwordsAllowed: form.get('passwordsAllowed') === 'on',
    defaultRole: ROLES.find((role) => role === form.get('defaultRole')) ?? null,
    roleClaim: roleClaim === '' ? null : roleClaim,
    roles: ROLES.flatMap((role) => linesOf(form, role).map((value) => ({ value, role }))),
  };
}

/** The errors of values, by the field of their role. @param sent the values in the order in which they were sent */
function errorsOfRoles(errors: FieldErrors, sent: Mappings): FieldErrors {
  return new Map(
    [...errors].map(([field, message]) => {
      const [, index] = /^roles\.(\d+)\b/.exec(field) ?? [];
      return [index === undefined ? field : (sent[Number(index)]?.role ?? field), message];
    }),
  );
}
