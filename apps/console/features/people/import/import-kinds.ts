import type { Schemas } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { sendingFile } from '../../../shared/files/sent-file.js';
import { XLSX } from '../../../shared/downloads/xlsx.js';

export const KINDS = ['workers', 'credentials', 'onboarding'] as const;
export type ImportKind = (typeof KINDS)[number];

const KEYS = ['externalWorkerId', 'email', 'learnerId'] as const;

/** The fields to which a column can be mapped, in the order in which they are offered. */
export const FIELDS = {
  workers: [...KEYS, 'name', 'firstName', 'lastName', 'site', 'role', 'groups', 'active'],
  credentials: [...KEYS, 'name', 'expiresAt'],
  onboarding: [...KEYS, 'step', 'doneAt'],
} as const satisfies Record<ImportKind, readonly string[]>;

export type Field = (typeof FIELDS)[ImportKind][number];

/** The field of a column by its name; null: it is not imported, although the engine might know its name. */
export type Mapping = ReadonlyMap<string, Field | null>;

/** How a file writes dates that are not ISO. */
export const DATE_FORMATS = ['DD/MM/YYYY', 'MM/DD/YYYY', 'DD.MM.YYYY', 'DD-MM-YYYY', 'YYYY/MM/DD'] as const;

export interface ImportChoices {
  /** Empty: the engine reads the columns of the file by their names. */
  readonly mapping: Mapping;
  readonly dateFormat: string | null;
  /** The file lists everybody: workers who are missing from it have left. */
  readonly deactivateMissing: boolean;
}

export type Imported = Schemas['ImportResult'] & Partial<Schemas['WorkersImportResult']>;

const MEDIA_TYPES = {
  csv: 'text/csv',
  tsv: 'text/csv',
  txt: 'text/csv',
  xlsx: XLSX,
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
} as const;

/** The media type of a file by its extension; null: it cannot be imported. */
export function mediaTypeOf({ name }: File): (typeof MEDIA_TYPES)[keyof typeof MEDIA_TYPES] | null {
  const types = new Map(Object.entries(MEDIA_TYPES));
  return types.get(name.split('.').at(-1)?.toLowerCase() ?? '') ?? null;
}

/**
 * Sends the file.
 * @param checked what the engine said that it would do; null: it only says so now
 * @throws FileChanged
 */
export function sendFile(
  kind: ImportKind,
  file: File,
  choices: ImportChoices,
  checked: Imported | null,
): Promise<Imported> {
  return sendingFile(file, () => send(kind, file, choices, checked));
}

function send(
  kind: ImportKind,
  file: File,
  { mapping, dateFormat, deactivateMissing }: ImportChoices,
  checked: Imported | null,
): Promise<Imported> {
  const contentType = mediaTypeOf(file) ?? 'text/csv';
  const query = {
    dryRun: checked === null,
    ...(mapping.size > 0 ? { mapping: JSON.stringify(Object.fromEntries(mapping)) } : {}),
    ...(dateFormat === null ? {} : { dateFormat }),
  };
  const input = { query, contentType, body: file };
  if (kind === 'credentials') return engine.importCredentials(input);
  if (kind === 'onboarding') return engine.importOnboarding(input);
  // As many as the person has seen may leave, and no more.
  const most = checked?.deactivated === undefined ? {} : { maxDeactivated: checked.deactivated };
  return engine.importWorkers({
    ...input,
    query: { ...query, ...(deactivateMissing ? { deactivateMissing, ...most } : {}) },
  });
}
