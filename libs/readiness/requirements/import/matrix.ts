import { type FieldError, Invalid, type ReadFields } from '#platform/errors';
import { UNSTORABLE, isStorable, nameKeyOf, truncate } from '#platform/text';
import type { AudienceKind } from '../../rule/facts.js';
import type { AskedRequirement, AskedRow } from './asked-requirement.js';
import { CELLS_IN_WORDS, type CellMark, readCell } from './matrix-cell.js';

const MAX_COLUMNS = 500;
const MAX_NAME_LENGTH = 255;
/** A table with one of these columns is a list of requirements, not a matrix. */
const LIST_COLUMNS: ReadonlySet<string> = new Set(['credential', 'courseid', 'course']);
const AUDIENCES: ReadonlyMap<string, AudienceKind> = new Map([
  ['site', 'site'],
  ['sites', 'site'],
  ['location', 'site'],
  ['group', 'group'],
  ['groups', 'group'],
  ['team', 'group'],
]);

/** A column of a matrix: a credential or a course. */
interface Column {
  readonly name: string;
  readonly required: AskedRequirement['required'];
}

/**
 * Reads a training matrix: each row is a role (or a site or a group, if the first column is called so), each further
 * column a credential or a course.
 * @returns null: the table is a list
 * @throws Invalid if the header is wrong
 */
export function readMatrix(header: readonly string[]): ((cells: readonly string[]) => ReadFields<AskedRow>) | null {
  if (header.some((name) => LIST_COLUMNS.has(nameKeyOf(name).replaceAll(/[ _-]/g, '')))) return null;
  const [first = '', ...names] = header;
  demandColumns(names);
  const kind = AUDIENCES.get(nameKeyOf(first)) ?? 'role';
  const audienceColumn = truncate(first === '' ? 'column 1' : first);
  const columns = names.map((name): Column => ({ name: truncate(name), required: requiredOf(name) }));
  return ([name = '', ...cells]) => readRow({ kind, name: textOf(name), audienceColumn }, columns, cells);
}

function demandColumns(names: readonly string[]): void {
  const errors: FieldError[] = [];
  if (!names.some((name) => name !== ''))
    errors.push({
      field: 'header',
      message: 'must name the role, and a credential or a course in each further column',
    });
  if (names.length >= MAX_COLUMNS)
    errors.push({ field: 'header', message: `has ${names.length + 1} columns, at most ${MAX_COLUMNS} are read` });
  const keys = names.map(nameKeyOf);
  for (const [index, name] of names.entries()) {
    const field = truncate(name);
    if (name.length > MAX_NAME_LENGTH)
      errors.push({ field, message: `must have at most ${MAX_NAME_LENGTH} characters` });
    if (!isStorable(name)) errors.push({ field, message: UNSTORABLE });
    if (name !== '' && keys.indexOf(keys[index] ?? '') < index) errors.push({ field, message: 'is in two columns' });
  }
  if (errors.length > 0) throw new Invalid(errors);
}

/** `course: Manual Handling` and `credential: Forklift licence` declare what a name is. */
function requiredOf(header: string): AskedRequirement['required'] {
  const [, kind, name] = /^(course|credential)\s*:\s*(.+)$/i.exec(header) ?? [];
  if (kind === undefined || name === undefined) return { kind: 'either', name: header };
  return { kind: kind.toLowerCase() === 'course' ? 'course' : 'credential', name };
}

interface RowAudience {
  readonly kind: AudienceKind;
  readonly name: string;
  readonly audienceColumn: string;
}

function readRow(
  { kind, name, audienceColumn }: RowAudience,
  columns: readonly Column[],
  cells: readonly string[],
): ReadFields<AskedRow> {
  const errors: FieldError[] = [];
  const asked: AskedRequirement[] = [];
  if (name === '') errors.push({ field: audienceColumn, message: `must name a ${kind}` });
  for (const [index, cell] of cells.entries()) {
    const column = columns[index];
    const mark = readCell(cell);
    if (mark === null) continue;
    if (column === undefined || column.name === '')
      errors.push({ field: `column ${index + 2}`, message: 'has no name in the header' });
    else if (mark === undefined)
      errors.push({ field: column.name, message: `"${truncate(cell)}" is not understood: use ${CELLS_IN_WORDS}` });
    else asked.push(askedBy({ kind, name, audienceColumn }, column, mark));
  }
  return errors.length > 0 ? { errors } : { fields: asked };
}

function askedBy({ kind, name, audienceColumn }: RowAudience, column: Column, mark: CellMark): AskedRequirement {
  return {
    audience: { kind, name },
    required: column.required,
    severity: mark.severity,
    validDays: mark.validDays,
    columns: { audience: audienceColumn, required: column.name, validDays: column.name },
  };
}

/** A name that cannot be stored names nothing that is stored. */
function textOf(name: string): string {
  return isStorable(name) ? name : name.replaceAll(/[^ -~]/g, '?');
}
