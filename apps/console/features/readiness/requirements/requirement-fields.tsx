import { type ReactNode, useId } from 'react';
import { CoursePicker } from '../../../shared/pickers/course-picker.js';
import { text } from '../../../shared/text/text.js';
import { DayField } from '../../../shared/ui/day-field.js';
import { TextField } from '../../../shared/ui/text-field.js';
import type { RequirementDraft } from './requirement-draft.js';

const KINDS = ['everyone', 'site', 'group', 'role'] as const satisfies ReadonlyArray<RequirementDraft['kind']>;
const SEVERITIES = [4, 3, 2, 1] as const;

interface FieldsProps {
  readonly draft: RequirementDraft;
  readonly onChange: (changes: Partial<RequirementDraft>) => void;
}

/** To whom it applies. */
export function AppliesToFields({ draft, onChange }: FieldsProps): ReactNode {
  const words = text.readiness.requirements;
  const kindId = useId();
  return (
    <div className="two-fields">
      <div className="field">
        <label htmlFor={kindId}>{words.who}</label>
        <select
          id={kindId}
          className="in"
          value={draft.kind}
          onChange={({ target }) => onChange({ kind: KINDS.find((known) => known === target.value) ?? 'everyone' })}
        >
          {KINDS.map((known) => (
            <option key={known} value={known}>
              {words.kinds[known]}
            </option>
          ))}
        </select>
      </div>
      {draft.kind !== 'everyone' && (
        <TextField
          label={words.nameOf[draft.kind]}
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
  const whatId = useId();
  return (
    <>
      <div className="field">
        <label htmlFor={whatId}>{words.what}</label>
        <select
          id={whatId}
          className="in"
          value={draft.isCourse ? 'course' : 'credential'}
          onChange={({ target }) => onChange({ isCourse: target.value === 'course' })}
        >
          <option value="credential">{words.credential}</option>
          <option value="course">{words.course}</option>
        </select>
      </div>
      {draft.isCourse ? (
        <CoursePicker
          label={words.courseLabel}
          chosen={draft.course}
          onChoose={(chosen) => onChange({ course: chosen })}
        />
      ) : (
        <TextField
          label={words.credentialLabel}
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
  const severityId = useId();
  return (
    <div className="two-fields">
      <div className="field">
        <label htmlFor={severityId}>{words.severity}</label>
        <select
          id={severityId}
          className="in"
          value={draft.severity}
          onChange={({ target }) => onChange({ severity: target.value })}
        >
          <option value="">{words.byPolicy}</option>
          {SEVERITIES.map((level) => (
            <option key={level} value={level}>
              {text.common.severities[level]}
            </option>
          ))}
        </select>
      </div>
      <DayField label={words.from} help={words.fromHelp} day={draft.from} onChoose={(day) => onChange({ from: day })} />
      <TextField
        label={words.grace}
        help={words.graceHelp}
        type="number"
        min={0}
        value={draft.graceDays}
        onChange={({ target }) => onChange({ graceDays: target.value })}
      />
      {draft.isCourse && (
        <TextField
          label={words.valid}
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
