import type { ReactNode } from 'react';
import { CoursePicker } from '../../../shared/pickers/course-picker.js';
import { text } from '../../../shared/text/text.js';
import { DayField } from '../../../shared/ui/day-field.js';
import { SelectField } from '../../../shared/ui/select-field.js';
import { SEVERITY_OPTIONS } from '../../../shared/ui/severity-options.js';
import { TextField } from '../../../shared/ui/text-field.js';
import type { RequirementEntry } from './requirement-entry.js';

const KINDS = ['everyone', 'site', 'group', 'role'] as const satisfies ReadonlyArray<RequirementEntry['kind']>;

interface FieldsProps {
  readonly entry: RequirementEntry;
  readonly onChange: (changes: Partial<RequirementEntry>) => void;
}

/** To whom it applies. */
export function AppliesToFields({ entry, onChange }: FieldsProps): ReactNode {
  const words = text.readiness.requirements;
  return (
    <div className="two-fields">
      <SelectField
        label={words.who}
        value={entry.kind}
        options={KINDS.map((kind) => [kind, words.kinds[kind]])}
        onChoose={(kind) => onChange({ kind })}
      />
      {entry.kind !== 'everyone' && (
        <TextField
          label={words.nameOf[entry.kind]}
          name="appliesTo.name"
          maxLength={255}
          value={entry.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      )}
    </div>
  );
}

/** What is required: a course or a credential. */
export function SubjectFields({ entry, onChange }: FieldsProps): ReactNode {
  const words = text.readiness.requirements;
  return (
    <>
      <SelectField
        label={words.what}
        value={entry.isCourse ? 'course' : 'credential'}
        options={[
          ['credential', words.credential],
          ['course', words.course],
        ]}
        onChoose={(subject) => onChange({ isCourse: subject === 'course' })}
      />
      {entry.isCourse ? (
        <CoursePicker
          label={words.courseLabel}
          chosen={entry.course}
          onChoose={(chosen) => onChange({ course: chosen })}
        />
      ) : (
        <TextField
          label={words.credentialLabel}
          name="credential"
          help={words.credentialHelp}
          maxLength={255}
          value={entry.credential}
          onChange={({ target }) => onChange({ credential: target.value })}
        />
      )}
    </>
  );
}

/** How severe a gap is, and from when and for how long it holds. */
export function TermFields({ entry, onChange }: FieldsProps): ReactNode {
  const words = text.readiness.requirements;
  return (
    <div className="two-fields">
      <SelectField
        label={words.severity}
        value={entry.severity}
        options={[['', words.byPolicy], ...SEVERITY_OPTIONS]}
        onChoose={(severity) => onChange({ severity })}
      />
      <DayField
        label={words.from}
        help={words.fromHelp}
        name="from"
        day={entry.from}
        onChoose={(day) => onChange({ from: day })}
      />
      <TextField
        label={words.grace}
        name="graceDays"
        help={words.graceHelp}
        type="number"
        min={0}
        value={entry.graceDays}
        onChange={({ target }) => onChange({ graceDays: target.value })}
      />
      {entry.isCourse && (
        <TextField
          label={words.valid}
          name="validDays"
          help={words.validHelp}
          type="number"
          min={1}
          value={entry.validDays}
          onChange={({ target }) => onChange({ validDays: target.value })}
        />
      )}
    </div>
  );
}
