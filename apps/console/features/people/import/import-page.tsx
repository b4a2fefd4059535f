import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { problemText } from '../../../shared/text/problem-text.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { Button } from '../../../shared/ui/button.js';
import { FileField } from '../../../shared/ui/file-field.js';
import { PageTop } from '../../../shared/page/page-top.js';
import { FieldError } from '../../../shared/ui/text-field.js';
import { ColumnMapping, knownField } from './column-mapping.js';
import {
  DATE_FORMATS,
  type Field,
  type ImportKind,
  type Imported,
  KINDS,
  mediaTypeOf,
  sendFile,
} from './import-kinds.js';
import { ImportOutcome } from './import-outcome.js';
import { type Column, MOST_BYTES, readColumns } from './read-table.js';

/** Imports a file in three steps: what its columns are, what it would change, and the change itself. */
export function ImportPage(): ReactNode {
  const words = text.people.import;
  const { kind: given } = useParams({ from: '/signed-in/people/import/$kind' });
  const kind = KINDS.find((known) => known === given) ?? 'workers';
  return (
    <>
      <PageTop
        title={words.titles[kind]}
        before={
          <Link className="crumb" to="/people" search={kind === 'workers' ? {} : { tab: kind }}>
            {text.people.title} <ChevronRight className="i s" aria-hidden="true" />
          </Link>
        }
      />
      <div className="page scroll" tabIndex={0} role="region" aria-label={words.titles[kind]}>
        <Wizard key={kind} kind={kind} />
      </div>
    </>
  );
}

function Wizard({ kind }: { readonly kind: ImportKind }): ReactNode {
  const words = text.people.import;
  const formatId = useId();
  const client = useQueryClient();
  const refused = useRefusal('admin');
  const [file, setFile] = useState<File | null>(null);
  const [columns, setColumns] = useState<readonly Column[] | null>(null);
  const [mapping, setMapping] = useState<ReadonlyMap<string, Field>>(new Map());
  const [dateFormat, setDateFormat] = useState<string | null>(null);
  const [deactivateMissing, setDeactivateMissing] = useState(false);
  const [outcome, setOutcome] = useState<Imported | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  /** Any change discards the result of the check. */
  const discardCheck = (): void => {
    setOutcome(null);
    setError(null);
  };
  const choose = async (chosen: File | null): Promise<void> => {
    discardCheck();
    setFile(chosen);
    setColumns(null);
    setMapping(new Map());
    const mediaType = chosen === null ? null : mediaTypeOf(chosen);
    if (chosen === null) return;
    if (mediaType === null) {
      setError(words.unknownFile);
      return;
    }
    setColumns(await readColumns(chosen, mediaType));
  };
  const send = async (dryRun: boolean): Promise<void> => {
    if (file === null) return;
    setBusy(true);
    setError(null);
    try {
      setOutcome(await sendFile(kind, file, { mapping, dateFormat, deactivateMissing }, dryRun));
      if (!dryRun) await client.invalidateQueries();
    } catch (failure) {
      setOutcome(null);
      setError(problemText(failure).what);
    } finally {
      setBusy(false);
    }
  };
  const isReady = file !== null && mediaTypeOf(file) !== null;
  const isKnown = columns === null || columns.some(({ name }) => knownField(kind, name) !== null || mapping.has(name));
  return (
    <div className="stack wizard">
      <section className="stack">
        <h2>{words.steps.file}</h2>
        <p className="muted">{words.fileHelp}</p>
        <FileField
          label={words.file}
          accept=".csv,.tsv,.txt,.xlsx,.ndjson,.jsonl"
          onChoose={(chosen) => void choose(chosen)}
        />
      </section>
      {isReady && (
        <section className="stack">
          <h2>{words.steps.columns}</h2>
          {columns === null ? (
            <p className="muted">{words.byName}</p>
          ) : (
            <ColumnMapping
              kind={kind}
              columns={columns}
              mapping={mapping}
              onChange={(next) => {
                discardCheck();
                setMapping(next);
              }}
            />
          )}
          {kind !== 'workers' && (
            <div className="field narrow">
              <label htmlFor={formatId}>{words.dates}</label>
              <select
                id={formatId}
                className="in"
                value={dateFormat ?? ''}
                onChange={({ target }) => {
                  discardCheck();
                  setDateFormat(target.value === '' ? null : target.value);
                }}
              >
                <option value="">{words.isoDates}</option>
                {DATE_FORMATS.map((format) => (
                  <option key={format}>{format}</option>
                ))}
              </select>
            </div>
          )}
          {kind === 'workers' && (
            <label className="choice">
              <input
                type="checkbox"
                className="cb"
                checked={deactivateMissing}
                onChange={({ target }) => {
                  discardCheck();
                  setDeactivateMissing(target.checked);
                }}
              />
              <span>
                {words.everybody} <span className="faint">{words.everybodyHelp}</span>
              </span>
            </label>
          )}
          <div className="bar">
            <Button
              size="form"
              look={outcome === null ? 'primary' : 'plain'}
              refused={refused ?? (isKnown ? null : words.noField)}
              busy={busy}
              onClick={() => void send(true)}
            >
              {words.check}
            </Button>
            <span className="faint">{words.checkHelp}</span>
          </div>
        </section>
      )}
      {error !== null && <FieldError>{error}</FieldError>}
      {outcome !== null && file !== null && (
        <ImportOutcome
          kind={kind}
          file={file}
          outcome={outcome}
          isTable={columns !== null && file.size <= MOST_BYTES}
          refused={refused}
          busy={busy}
          onImport={() => void send(false)}
        />
      )}
    </div>
  );
}
