import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useId, useState } from 'react';
import { type Schemas, ifMatch } from '#client';
import { decisionKey } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { problemText } from '../../../shared/text/problem-text.js';
import { useChange } from '../../../shared/api/use-change.js';
import { CoursePicker } from '../../../shared/pickers/course-picker.js';
import { text } from '../../../shared/text/text.js';
import { DayField } from '../../../shared/ui/day-field.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import type { Option } from '../../../shared/ui/search-select.js';
import { FieldError, TextField } from '../../../shared/ui/text-field.js';
import { AffectedPeople } from './affected-people.js';
import type { Requirement } from './requirement.js';

type Kind = Requirement['appliesTo']['kind'];
type Body = Schemas['CreateRequirementBody'];

const SHOWN_BY = [['requirements'], ['readiness']];
const KINDS = ['everyone', 'site', 'group', 'role'] as const satisfies readonly Kind[];
const SEVERITIES = [4, 3, 2, 1] as const;

/** Adds or changes a requirement, and shows whom it affects before it is saved. */
export function RequirementDialog({
  requirement,
  onClose,
}: {
  readonly requirement: Requirement | null;
  readonly onClose: () => void;
}): ReactNode {
  const words = text.readiness.requirements;
  const [kindId, severityId, whatId] = [useId(), useId(), useId()];
  const [key] = useState(decisionKey);
  const [kind, setKind] = useState<Kind>(requirement?.appliesTo.kind ?? 'everyone');
  const [name, setName] = useState(requirement?.appliesTo.name ?? '');
  const [isCourse, setCourseWanted] = useState(requirement !== null && requirement.courseId !== null);
  const [credential, setCredential] = useState(requirement?.credential ?? '');
  const [course, setCourse] = useState<Option | null>(
    typeof requirement?.courseId === 'string'
      ? { value: requirement.courseId, label: requirement.courseTitle ?? '' }
      : null,
  );
  const [severity, setSeverity] = useState(String(requirement?.severity ?? ''));
  const [validDays, setValidDays] = useState(String(requirement?.validDays ?? ''));
  const [graceDays, setGraceDays] = useState(String(requirement?.graceDays ?? 0));
  const [from, setFrom] = useState(requirement?.from ?? '');

  const isComplete =
    (kind === 'everyone' || name.trim() !== '') && (isCourse ? course !== null : credential.trim() !== '');
  const body: Body = {
    appliesTo: { kind, ...(kind === 'everyone' ? {} : { name: name.trim() }) },
    ...(isCourse ? { courseId: course?.value ?? '' } : { credential: credential.trim() }),
    severity: severity === '' ? null : Number(severity),
    ...(isCourse ? { validDays: validDays === '' ? null : Number(validDays) } : {}),
    graceDays: Number(graceDays),
    from: from === '' ? null : from,
  };
  const asked = useDeferredValue(JSON.stringify(body));
  const preview = useQuery({
    queryKey: ['requirements', 'preview', requirement?.id ?? null, asked],
    queryFn: ({ signal }) => send(requirement, body, true, undefined, signal),
    enabled: isComplete,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  const save = useChange(SHOWN_BY, () => send(requirement, body, false, key), words.saved);
  return (
    <DecisionDialog
      title={requirement === null ? words.add : words.editTitle}
      button={requirement === null ? words.add : text.common.save}
      refused={isComplete ? null : words.needed}
      onDo={() => save.runInDialog(undefined)}
      onClose={onClose}
    >
      <div className="two-fields">
        <div className="field">
          <label htmlFor={kindId}>{words.who}</label>
          <select
            id={kindId}
            className="in"
            value={kind}
            onChange={({ target }) => setKind(KINDS.find((known) => known === target.value) ?? 'everyone')}
          >
            {KINDS.map((known) => (
              <option key={known} value={known}>
                {words.kinds[known]}
              </option>
            ))}
          </select>
        </div>
        {kind !== 'everyone' && (
          <TextField
            label={words.nameOf[kind]}
            maxLength={255}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </div>
      <div className="field">
        <label htmlFor={whatId}>{words.what}</label>
        <select
          id={whatId}
          className="in"
          value={isCourse ? 'course' : 'credential'}
          onChange={({ target }) => setCourseWanted(target.value === 'course')}
        >
          <option value="credential">{words.credential}</option>
          <option value="course">{words.course}</option>
        </select>
      </div>
      {isCourse ? (
        <CoursePicker label={words.courseLabel} chosen={course} onChoose={setCourse} />
      ) : (
        <TextField
          label={words.credentialLabel}
          help={words.credentialHelp}
          maxLength={255}
          value={credential}
          onChange={({ target }) => setCredential(target.value)}
        />
      )}
      <div className="two-fields">
        <div className="field">
          <label htmlFor={severityId}>{words.severity}</label>
          <select id={severityId} className="in" value={severity} onChange={({ target }) => setSeverity(target.value)}>
            <option value="">{words.byPolicy}</option>
            {SEVERITIES.map((level) => (
              <option key={level} value={level}>
                {text.common.severities[level]}
              </option>
            ))}
          </select>
        </div>
        <DayField label={words.from} help={words.fromHelp} day={from} onChoose={setFrom} />
        <TextField
          label={words.grace}
          help={words.graceHelp}
          type="number"
          min={0}
          value={graceDays}
          onChange={({ target }) => setGraceDays(target.value)}
        />
        {isCourse && (
          <TextField
            label={words.valid}
            help={words.validHelp}
            type="number"
            min={1}
            value={validDays}
            onChange={({ target }) => setValidDays(target.value)}
          />
        )}
      </div>
      {isComplete && preview.error !== null && <FieldError>{problemText(preview.error).what}</FieldError>}
      {isComplete && preview.data !== undefined && preview.error === null && <AffectedPeople result={preview.data} />}
    </DecisionDialog>
  );
}

function send(
  requirement: Requirement | null,
  body: Body,
  dryRun: boolean,
  key?: { readonly 'Idempotency-Key': string },
  signal?: AbortSignal,
): Promise<Schemas['RequirementResult']> {
  const query = { dryRun };
  const rest = signal === undefined ? {} : { signal };
  return requirement === null
    ? engine.createRequirement({ query, body, ...(key && { header: key }), ...rest })
    : engine.changeRequirement({ path: { id: requirement.id }, query, header: ifMatch(requirement), body, ...rest });
}
