import type { RowSchema } from '#directory';
import { type ReadFields, readFields } from '#platform/errors';
import { CreateRequirementBody } from '../requirement.dto.js';
import type { AskedRow } from './asked-requirement.js';
import { readMatrix } from './matrix.js';

/** The rows of an import of requirements: those of a matrix, or of a list with the fields of a requirement. */
export const REQUIREMENT_ROWS: RowSchema<AskedRow> = {
  name: 'requirements',
  fields: [
    'appliesTo.kind',
    'appliesTo.name',
    'credential',
    'courseId',
    'severity',
    'validDays',
    'graceDays',
    'from',
    // Short names of the first two and of the course.
    'appliesTo',
    'name',
    'course',
  ],
  dates: ['from'],
  cells: {
    'appliesTo.kind': lowerCase,
    appliesTo: lowerCase,
    'appliesTo.name': text,
    name: text,
    credential: text,
    courseId: text,
    course: text,
    severity: (cell) => number(cell.replace(/^s(?=\d)/i, '')),
    validDays: number,
    graceDays: number,
    from: text,
  },
  read: readListed,
  readTable: readMatrix,
};

function readListed(record: Readonly<Record<string, unknown>>): ReadFields<AskedRow> {
  const read = readFields(CreateRequirementBody, bodyOf(record));
  if ('errors' in read) return read;
  const { appliesTo, credential, courseId, severity, validDays, graceDays, from } = read.fields;
  if ((credential === undefined) === (courseId === undefined))
    return { errors: [{ field: 'credential', message: 'exactly one of credential and courseId must be given' }] };
  return {
    fields: [
      {
        audience: appliesTo,
        required:
          credential === undefined
            ? { kind: 'course', name: courseId ?? '' }
            : { kind: 'credential', name: credential },
        severity: severity ?? undefined,
        validDays: validDays ?? undefined,
        graceDays,
        from: from ?? undefined,
        columns: {
          audience: 'appliesTo.name',
          required: credential === undefined ? 'courseId' : 'credential',
          validDays: 'validDays',
        },
      },
    ],
  };
}

/** The record as the body of `POST /requirements`, with what it sets. */
function bodyOf(record: Readonly<Record<string, unknown>>): object {
  const body = {
    credential: record['credential'],
    courseId: record['courseId'] ?? record['course'],
    severity: record['severity'],
    validDays: record['validDays'],
    graceDays: record['graceDays'],
    from: record['from'],
  };
  return {
    appliesTo: {
      kind: record['appliesTo.kind'] ?? record['appliesTo'],
      name: record['appliesTo.name'] ?? record['name'] ?? null,
    },
    ...Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)),
  };
}

/** A blank cell sets nothing. */
function text(cell: string): string | undefined {
  return cell.trim() === '' ? undefined : cell;
}

function lowerCase(cell: string): string | undefined {
  return text(cell)?.trim().toLowerCase();
}

/** Text that is no number stays text, which the validator refuses. */
function number(cell: string): unknown {
  return /^\s*\d{1,9}\s*$/.test(cell) ? Number(cell) : text(cell);
}
