import { readFields } from '#platform/errors';
import { isStorable } from '#platform/text';
import type { RowSchema } from '../../import/row-schema.js';
import { MAX_GROUPS, ChangeWorkerBody } from '../worker.dto.js';
import { WORKER_KEYS, type WorkerFields } from '../worker-record.js';

/** A name in two columns, as many HR systems export it. */
const NAME_PARTS = ['firstName', 'lastName'] as const;

/** The format of rows of workers; see docs/directory.md. */
export const WORKER_ROWS: RowSchema<WorkerFields> = {
  name: 'workers',
  fields: [...WORKER_KEYS, 'name', ...NAME_PARTS, 'site', 'role', 'groups', 'active'],
  cells: { externalWorkerId: keyCell, email: keyCell, learnerId: keyCell, groups: groupsCell, active: activeCell },
  unique: WORKER_KEYS,
  read: (record) => {
    const row = withWholeName(record);
    return isCertainlyValid(row) ? { fields: row } : readFields(ChangeWorkerBody, row);
  },
};

/** Joins the parts of a name, unless the row has the whole name. A part that is no text stays, and is refused. */
function withWholeName(record: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (NAME_PARTS.every((part) => record[part] === undefined)) return record;
  const { firstName = '', lastName = '', ...row } = record;
  if (typeof firstName !== 'string' || typeof lastName !== 'string') return record;
  const hasName = row['name'] !== undefined && row['name'] !== '';
  return hasName ? row : { ...row, name: `${firstName} ${lastName}`.trim() };
}

/** A blank key sets nothing: a worker that is found by another key keeps it. */
function keyCell(cell: string): string | undefined {
  return cell === '' ? undefined : cell;
}

function groupsCell(cell: string): string[] {
  return cell
    .split(/[;|]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

const ACTIVE = new Map([
  ['true', true],
  ['1', true],
  ['yes', true],
  ['active', true],
  ['false', false],
  ['0', false],
  ['no', false],
  ['inactive', false],
]);

/** A blank cell sets nothing. An unknown word stays as it is, and the validator refuses it. */
function activeCell(cell: string): unknown {
  return cell === '' ? undefined : (ACTIVE.get(cell.toLowerCase()) ?? cell);
}

/**
 * Whether a row is certainly valid. The validators of the body take 80 µs a row, too long for a hundred thousand
 * rows: they run only for rows that do not pass this check.
 */
export function isCertainlyValid(record: Readonly<Record<string, unknown>>): record is WorkerFields {
  for (const field of Object.keys(record)) {
    const isGood = QUICK_CHECKS.get(field);
    if (isGood === undefined || !isGood(record[field])) return false;
  }
  return true;
}

const text =
  (longest: number) =>
  (value: unknown): boolean =>
    typeof value === 'string' && value !== '' && value.length <= longest && value === value.trim() && isStorable(value);
const optional =
  (isGood: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === undefined || isGood(value);

/** Matches most valid addresses, and none that the validator refuses. */
const PLAIN_EMAIL = /^[a-z0-9]+(?:[._-][a-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,20}$/i;
const MAX_PLAIN_EMAIL_LENGTH = 60;

function isPlainEmail(value: unknown): boolean {
  return typeof value === 'string' && value.length <= MAX_PLAIN_EMAIL_LENGTH && PLAIN_EMAIL.test(value);
}

const QUICK_CHECKS: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['externalWorkerId', optional(text(255))],
  ['email', optional(isPlainEmail)],
  ['learnerId', optional(text(255))],
  ['name', text(200)],
  ['site', text(255)],
  ['role', text(200)],
  ['groups', (value) => Array.isArray(value) && value.length <= MAX_GROUPS && value.every(text(255))],
  ['active', optional((value) => typeof value === 'boolean')],
]);
