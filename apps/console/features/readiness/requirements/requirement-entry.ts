import type { Schemas } from '#client';
import type { Option } from '../../../shared/ui/search-select.js';
import type { Requirement } from './requirement.js';

/** A requirement as the fields of the dialog have it. */
export interface RequirementEntry {
  readonly kind: Requirement['appliesTo']['kind'];
  /** Of the site, group or role. */
  readonly name: string;
  /** A course is required; else a credential. */
  readonly isCourse: boolean;
  readonly course: Option | null;
  readonly credential: string;
  readonly severity: string;
  readonly validDays: string;
  readonly graceDays: string;
  readonly from: string;
}

/** @param requirement null: a new one */
export function entryOf(requirement: Requirement | null): RequirementEntry {
  const courseId = requirement?.courseId ?? null;
  return {
    kind: requirement?.appliesTo.kind ?? 'everyone',
    name: requirement?.appliesTo.name ?? '',
    isCourse: courseId !== null,
    course: courseId === null ? null : { value: courseId, label: requirement?.courseTitle ?? '' },
    credential: requirement?.credential ?? '',
    severity: String(requirement?.severity ?? ''),
    validDays: String(requirement?.validDays ?? ''),
    graceDays: String(requirement?.graceDays ?? 0),
    from: requirement?.from ?? '',
  };
}

export function isComplete({ kind, name, isCourse, course, credential }: RequirementEntry): boolean {
  return (kind === 'everyone' || name.trim() !== '') && (isCourse ? course !== null : credential.trim() !== '');
}

export function bodyOf(entry: RequirementEntry): Schemas['CreateRequirementBody'] {
  const { kind, name, isCourse, course, credential, severity, validDays, graceDays, from } = entry;
  return {
    appliesTo: { kind, ...(kind === 'everyone' ? {} : { name: name.trim() }) },
    ...(isCourse ? { courseId: course?.value ?? '' } : { credential: credential.trim() }),
    severity: severity === '' ? null : Number(severity),
    ...(isCourse ? { validDays: validDays === '' ? null : Number(validDays) } : {}),
    graceDays: Number(graceDays),
    from: from === '' ? null : from,
  };
}
