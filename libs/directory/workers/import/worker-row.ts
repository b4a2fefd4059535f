import { readFields } from '#platform/errors';
import { isStorable } from '#platform/text';
import type { ImportKind } from '../../import/import-kind.js';
import { MAX_GROUPS, ChangeWorkerBody } from '../worker.dto.js';
import { WORKER_KEYS, type WorkerFields } from '../worker-record.js';

/** How workers are written in rows; see docs/directory.md. */
export const WORKER_ROWS: ImportKind<WorkerFields> = {
  name: 'workers',
  fields: [...WORKER_KEYS, 'name', 'site', 'role', 'groups', 'active'],
  cells: { externalWorkerId: keyCell, email: keyCell, learnerId: keyCell, groups: groupsCell, active: activeCell },
  read: (record) => (isPlain(record) ? { fields: record } : readFields(ChangeWorkerBody, record)),
};

/** A blank key says nothing: who is named by another one keeps it. */
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

/** A blank cell says nothing; a word that is none of these is left to be refused. */
function activeCell(cell: string): unknown {
  return cell === '' ? undefined : (ACTIVE.get(cell.toLowerCase()) ?? cell);
}

/**
 * Whether a row is good beyond doubt. The validators of the body take 80 µs a row, which a hundred thousand rows
 * notice: they are asked only of rows that this cannot vouch for, and decide those alone.
 */
export function isPlain(record: Readonly<Record<string, unknown>>): record is WorkerFields {
  for (const field of Object.keys(record)) {
    const isGood = PLAIN.get(field);
    if (isGood === undefined || !isGood(record[field])) return false;
  }
  return true;
}

const text =
  (longest: number) =>
  (value: unknown): boolean =>
    typeof value === 'string' && value !== '' && value.length <= longest && value === value.trim() && isStorable(value);
const orLeft =
  (isGood: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === undefined || isGood(value);

/** Far fewer addresses than there are, and none that the validator refuses. */
const PLAIN_EMAIL = /^[a-z0-9]+(?:[._-][a-z0-9]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,20}$/i;
const LONGEST_PLAIN_EMAIL = 60;

function isPlainEmail(value: unknown): boolean {
  return typeof value === 'string' && value.length <= LONGEST_PLAIN_EMAIL && PLAIN_EMAIL.test(value);
}

const PLAIN: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['externalWorkerId', orLeft(text(255))],
  ['email', orLeft(isPlainEmail)],
  ['learnerId', orLeft(text(255))],
  ['name', text(200)],
  ['site', text(255)],
  ['role', text(200)],
  ['groups', (value) => Array.isArray(value) && value.length <= MAX_GROUPS && value.every(text(255))],
  ['active', orLeft((value) => typeof value === 'boolean')],
]);
