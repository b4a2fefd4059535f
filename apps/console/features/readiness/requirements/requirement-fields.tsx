import type { ReactNode } from 'react';
import { CoursePicker } from '../../../shared/pickers/course-picker.js';
import { text } from '../../../shared/text/text.js';
import { DayField } from '../../../shared/ui/day-field.js';
import { SelectField } from '../../../shared/ui/select-field.js';
import { SEVERITY_OPTIONS } from '../../../shared/ui/severity-options.js';
import { TextField } from '../../../shared/ui/text-field.js';
import type { RequirementDraft } from './requirement-draft.js';

const KINDS = ['everyone', 'site', 'group', 'role'] as const satisfies ReadonlyArray<RequirementDraft['kind']>;

interface FieldsProps {
  readonly draft: RequirementDraft;
  readonly onChange: (changes: Partial<RequirementDraft>) => void;
}

/** To whom it applies. */
export function AppliesToFields({ draft, onChange }: FieldsProps): ReactNode {
  const words = text.readiness.requirements;
  return (
    <div className="two-fields">
      <SelectField
        label={words.who}
        value={draft.kind}
        options={KINDS.map((kind) => [kind, words.kinds[kind]])}
        onChoose={(kind) => onChange({ kind })}
      />
      {draft.kind !== 'everyone' && (
        <TextField
          label={words.nameOf[draft.kind]}
          name="appliesTo.name"
          maxLength={255}
          value={draft.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      )}
    </div>
  );
}

/** What is required: a course or a credential. */
export function SubjectFields({ draft, onChange }: FieldsProps): ReactNode {
  const words = text.readiness.requirements;
  return (
    <>
      <SelectField
        label={words.what}
        value={draft.isCourse ? 'course' : 'credential'}
        options={[
          ['credential', words.credential],
          ['course', words.course],
        ]}
        onChoose={(subject) => onChange({ isCourse: subject === 'course' })}
      />
      {draft.isCourse ? (
        <CoursePicker
          label={words.courseLabel}
          chosen={draft.course}
          onChoose={(chosen) => onChange({ course: chosen })}
        />
      ) : (
        <TextField
          label={words.credentialLabel}
          name="credential"
          help={words.credentialHelp}
          maxLength={255}
          value={draft.credential}
          onChange={({ target }) => onChange({ credential: target.value })}
        />
      )}
    </>
  );
}

/** How severe a gap is, and from when and for how long it holds. */
export function TermFields({ draft, onChange }: FieldsProps): ReactNode {
  const words = text.readiness.requirements;
  return (
    <div className="two-fields">
      <SelectField
        label={words.severity}
        value={draft.severity}
        options={[['', words.byPolicy], ...SEVERITY_OPTIONS]}
        onChoose={(severity) => onChange({ severity })}
      />
      <DayField
        label={words.from}
        help={words.fromHelp}
        name="from"
        day={draft.from}
        onChoose={(day) => onChange({ from: day })}
      />
      <TextField
        label={words.grace}
        name="graceDays"
        help={words.graceHelp}
        type="number"
        min={0}
        value={draft.graceDays}
        onChange={({ target }) => onChange({ graceDays: target.value })}
      />
      {draft.isCourse && (
        <TextField
          label={words.valid}
          name="validDays"
          help={words.validHelp}
          type="number"
          min={1}
          value={draft.validDays}
          onChange={({ target }) => onChange({ validDays: target.value })}
        />
      )}
    </div>
  );
}
