import type { Command } from 'commander';
import { type Fields, fieldsOf } from '../json.js';
import type { OperatorCalls } from '../operator-calls.js';
import { type Report, table } from '../report.js';

/** What was found in one encrypted column. */
interface Column {
  readonly table: string;
  readonly column: string;
  readonly checked: number;
  readonly reencrypted: number;
  readonly unreadable: number;
}

/** Adds `rekey` to `edifyd secret`. */
export function rekeyCommand(secret: Command, run: (command: Command, dryRun: boolean) => Promise<void>): void {
  secret
    .command('rekey')
    .description('encrypt all stored secrets with SECRETS_KEY that still have a key of SECRETS_KEY_PREVIOUS')
    .option('--dry-run', 'only count them')
    .action(async ({ dryRun = false }: { dryRun?: boolean }, command: Command) => run(command, dryRun));
}

/** Calls step after step. A run that breaks off is simply started again. */
export async function rekey(calls: OperatorCalls, dryRun: boolean): Promise<Report> {
  const totals = new Map<string, Column>();
  let cursor: string | null = null;
  do {
    const step: { columns: Column[]; nextCursor: string | null } = await calls.call(
      'POST',
      '/secrets/rekey',
      { dryRun, ...(cursor === null ? {} : { cursor }) },
      stepOf,
    );
    for (const column of step.columns) add(totals, column);
    cursor = step.nextCursor;
  } while (cursor !== null);
  return reportOf([...totals.values()], dryRun);
}

function add(totals: Map<string, Column>, found: Column): void {
  const name = `${found.table}.${found.column}`;
  const known = totals.get(name) ?? { ...found, checked: 0, reencrypted: 0, unreadable: 0 };
  totals.set(name, {
    ...known,
    checked: known.checked + found.checked,
    reencrypted: known.reencrypted + found.reencrypted,
    unreadable: known.unreadable + found.unreadable,
  });
}

function reportOf(columns: readonly Column[], dryRun: boolean): Report {
  const sum = (of: (column: Column) => number): number => columns.reduce((total, column) => total + of(column), 0);
  const old = sum(({ reencrypted }) => reencrypted);
  const unreadable = sum(({ unreadable: count }) => count);
  const rows = columns.map((column) => [
    `${column.table}.${column.column}`,
    String(column.checked),
    String(column.reencrypted),
    String(column.unreadable),
  ]);
  const lines = [
    `stored secrets: ${sum(({ checked }) => checked)}, ${dryRun ? 'with a previous key' : 'encrypted with the new key'}: ${old}`,
    ...table([['COLUMN', 'CHECKED', dryRun ? 'PREVIOUS KEY' : 'RE-ENCRYPTED', 'UNREADABLE'], ...rows]),
  ];
  return {
    lines,
    json: { dryRun, columns },
    ...(unreadable === 0
      ? {}
      : { failure: `${unreadable} stored secrets have none of the engine's keys: add theirs to SECRETS_KEY_PREVIOUS` }),
  };
}

function stepOf(answer: Fields): { columns: Column[]; nextCursor: string | null } {
  return { columns: answer.list('columns').map(columnOf), nextCursor: answer.textOrNull('nextCursor') };
}

function columnOf(value: unknown): Column {
  const fields = fieldsOf(value);
  return {
    table: fields.text('table'),
    column: fields.text('column'),
    checked: fields.number('checked'),
    reencrypted: fields.number('reencrypted'),
    unreadable: fields.number('unreadable'),
  };
}
