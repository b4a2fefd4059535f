import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { type Schemas, ifMatch } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { policyQuery } from '../../../shared/time/zone.js';
import { Button } from '../../../shared/ui/button.js';
import { wordsOf } from '../../../shared/ui/edit-form.js';
import { GuardedForm } from '../../../shared/ui/guarded-form.js';
import { FormProblem } from '../../../shared/ui/form-problem.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { ScrollRegion } from '../../../shared/ui/scroll-region.js';
import { SelectField } from '../../../shared/ui/select-field.js';
import { SEVERITY_OPTIONS } from '../../../shared/ui/severity-options.js';
import { TextField } from '../../../shared/ui/text-field.js';
import { useFormBase } from '../../../shared/ui/use-form-base.js';

type Policy = Schemas['ReadinessPolicyView'];
type Kind = keyof Policy['severities'];

const OFFERS = ['offer-settings'];
const SHOWN_BY = [policyQuery.queryKey, OFFERS, ['readiness']];
const KINDS = [
  'credential_expired',
  'credential_missing',
  'credential_expiring',
  'training_missing',
  'onboarding_open',
  'assignment_overdue',
] as const satisfies readonly Kind[];

/**
 * The rules by which the engine decides: the tenant's days, what makes a person not ready, and how long training
 * counts.
 */
export function Rules(): ReactNode {
  const words = text.settings.rules;
  const policy = useQuery({ ...policyQuery, staleTime: 0 });
  const offers = useQuery({ queryKey: OFFERS, queryFn: ({ signal }) => engine.getOfferSettings({ signal }) });
  const error = policy.error ?? offers.error;
  const retry = (): void => void Promise.all([policy.refetch(), offers.refetch()]);
  return (
    <ScrollRegion label={words.title}>
      <QueryState
        query={{ data: policy.data && offers.data, error, refetch: retry }}
        what={words.title}
        failed={words.failed}
      />
      {policy.data && offers.data && (
        <div className="stack wizard">
          <PolicyForm latest={policy.data} />
          <OffersForm latest={offers.data} />
        </div>
      )}
    </ScrollRegion>
  );
}

function PolicyForm({ latest }: { readonly latest: Policy }): ReactNode {
  const words = text.settings.rules;
  const refused = useRefusal('admin');
  const { base: policy, setDirty } = useFormBase(latest);
  const save = useChange(
    SHOWN_BY,
    (body: Schemas['ReadinessPolicyBody']) => engine.replaceReadinessPolicy({ header: ifMatch(policy), body }),
    words.saved,
  );
  const submit = (form: FormData, saved: () => void): void => {
    const body = {
      timeZone: wordsOf(form, 'timeZone'),
      expiringWithinDays: Number(form.get('expiringWithinDays')),
      severities: Object.fromEntries(KINDS.map((kind) => [kind, Number(form.get(kind))])),
    };
    save.run(body, saved);
  };
  return (
    <GuardedForm key={policy.version} className="stack" errors={save.fields} onDirty={setDirty} onSave={submit}>
      <h2>{words.readiness}</h2>
      <p className="muted">{words.readinessHelp}</p>
      <div className="two-fields">
        <TimeZoneField timeZone={policy.timeZone} />
        <TextField
          label={words.expiring}
          help={words.expiringHelp}
          name="expiringWithinDays"
          type="number"
          min={0}
          max={3_650}
          required
          defaultValue={String(policy.expiringWithinDays)}
        />
      </div>
      <div className="three-fields">
        {KINDS.map((kind) => (
          <SelectField
            key={kind}
            label={words.kinds[kind]}
            name={kind}
            defaultValue={String(policy.severities[kind])}
            options={SEVERITY_OPTIONS}
          />
        ))}
      </div>
      <FormProblem save={save} />
      <div className="bar">
        <Button type="submit" size="form" look="primary" refused={refused} busy={save.busy}>
          {text.common.save}
        </Button>
        {refused !== null && <span className="faint">{refused}</span>}
      </div>
    </GuardedForm>
  );
}

/** The tenant's time zone, with those that the browser knows as suggestions. */
function TimeZoneField({ timeZone }: { readonly timeZone: string }): ReactNode {
  const words = text.settings.rules;
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  return (
    <>
      <TextField
        label={words.timeZone}
        help={words.timeZoneHelp}
        name="timeZone"
        list="time-zones"
        required
        defaultValue={timeZone}
      />
      <datalist id="time-zones">
        {zones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </datalist>
    </>
  );
}

function OffersForm({ latest }: { readonly latest: Schemas['OfferSettingsView'] }): ReactNode {
  const words = text.settings.rules;
  const refused = useRefusal('admin');
  const { base: settings, setDirty } = useFormBase(latest);
  const save = useChange(
    SHOWN_BY,
    (completionValidDays: number) =>
      engine.replaceOfferSettings({ header: ifMatch(settings), body: { completionValidDays } }),
    words.saved,
  );
  return (
    <GuardedForm
      key={settings.version}
      className="stack"
      errors={save.fields}
      onDirty={setDirty}
      onSave={(form, saved) => save.run(Number(form.get('completionValidDays')), saved)}
    >
      <h2>{words.offers}</h2>
      <div className="narrow">
        <TextField
          label={words.validDays}
          help={words.validDaysHelp}
          name="completionValidDays"
          type="number"
          min={0}
          required
          defaultValue={String(settings.completionValidDays)}
        />
      </div>
      <FormProblem save={save} />
      <div className="bar">
        <Button type="submit" size="form" refused={refused} busy={save.busy}>
          {text.common.save}
        </Button>
      </div>
    </GuardedForm>
  );
}
