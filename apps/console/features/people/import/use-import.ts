import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { problemText } from '../../../shared/text/problem-text.js';
import { text } from '../../../shared/text/text.js';
import {
  type ImportChoices,
  type ImportKind,
  type Imported,
  type Mapping,
  mediaTypeOf,
  sendFile,
} from './import-kinds.js';
import { knownColumns } from './known-columns.js';
import { type Column, readColumns } from './read-table.js';

interface FileImport {
  /** Null: none is chosen, or none that can be imported. */
  readonly file: File | null;
  /** Null: the file has no columns that can be shown. */
  readonly columns: readonly Column[] | null;
  readonly choices: ImportChoices;
  /** The engine's response to the file with these choices; null: it was not sent. */
  readonly outcome: Imported | null;
  readonly error: string | null;
  /** What the file was sent for, while the engine does not answer. */
  readonly sent: 'check' | 'import' | null;
  readonly chooseFile: (file: File | null) => Promise<void>;
  readonly change: (choices: Partial<ImportChoices>) => void;
  /** @param dryRun the engine only says what it would do */
  readonly send: (dryRun: boolean) => Promise<void>;
}

const NO_CHOICES: ImportChoices = { mapping: new Map(), dateFormat: null, deactivateMissing: false };

/** What the columns of a file become. A corrected file usually has the same columns: they keep their fields. */
function mappingOf(kind: ImportKind, columns: readonly Column[], former: Mapping): Mapping {
  const names = columns.map(({ name }) => name);
  return new Map([...knownColumns(kind, names), ...[...former].filter(([name]) => names.includes(name))]);
}

/** An import from the choice of the file to the outcome. Any change discards the outcome. */
export function useImport(kind: ImportKind): FileImport {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [columns, setColumns] = useState<readonly Column[] | null>(null);
  const [choices, setChoices] = useState(NO_CHOICES);
  const [outcome, setOutcome] = useState<Imported | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [sent, setSent] = useState<FileImport['sent']>(null);
  /** Incremented by each choice: a response to earlier choices is not shown. */
  const turn = useRef(0);
  /** An earlier file may be read for longer than a later one. */
  const latest = useRef<File | null>(null);

  const change = (changes: Partial<ImportChoices>): void => {
    turn.current += 1;
    setOutcome(null);
    setError(null);
    setChoices((before) => ({ ...before, ...changes }));
  };
  const chooseFile = async (chosen: File | null): Promise<void> => {
    const former = choices.mapping;
    change({ mapping: new Map() });
    latest.current = chosen;
    setFile(null);
    setColumns(null);
    if (chosen === null) return;
    const mediaType = mediaTypeOf(chosen);
    if (mediaType === null) return setError(text.people.import.unknownFile);
    // A file that cannot be read any more is refused when it is sent.
    const read = await readColumns(chosen, mediaType).catch(() => null);
    if (latest.current !== chosen) return;
    setFile(chosen);
    setColumns(read);
    change({ mapping: mappingOf(kind, read ?? [], former) });
  };
  const send = async (dryRun: boolean): Promise<void> => {
    if (file === null) return;
    const asked = turn.current;
    const isCurrent = (): boolean => !dryRun || asked === turn.current;
    setSent(dryRun ? 'check' : 'import');
    setError(null);
    try {
      const result = await sendFile(kind, file, choices, dryRun ? null : outcome);
      if (isCurrent()) setOutcome(result);
      if (!dryRun) await client.invalidateQueries();
    } catch (failure) {
      if (!isCurrent()) return;
      setOutcome(null);
      setError(problemText(failure).what);
    } finally {
      setSent(null);
    }
  };
  return { file, columns, choices, outcome, error, sent, chooseFile, change, send };
}
