import { Link, useParams } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { Button } from '../../../shared/ui/button.js';
import { FileField } from '../../../shared/ui/file-field.js';
import { PageTop } from '../../../shared/page/page-top.js';
import { ScrollRegion } from '../../../shared/ui/scroll-region.js';
import { FieldError } from '../../../shared/ui/text-field.js';
import { Unsaved } from '../../../shared/ui/unsaved.js';
import { ColumnMapping } from './column-mapping.js';
import { type ImportKind, KINDS } from './import-kinds.js';
import { ImportOptions } from './import-options.js';
import { ImportOutcome } from './import-outcome.js';
import { MAX_BYTES } from './read-table.js';
import { useImport } from './use-import.js';

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
      <ScrollRegion label={words.titles[kind]}>
        <Wizard key={kind} kind={kind} />
      </ScrollRegion>
    </>
  );
}

function Wizard({ kind }: { readonly kind: ImportKind }): ReactNode {
  const words = text.people.import;
  const refused = useRefusal('admin');
  const { file, columns, choices, outcome, error, sent, chooseFile, change, send } = useImport(kind);
  const { mapping } = choices;
  const isKnown = columns === null || [...mapping.values()].some((field) => field !== null);
  const busy = sent !== null;
  // The engine finishes an import that it has begun.
  const isSent = sent === 'import' || outcome?.dryRun === false;
  return (
    <div className="stack wizard">
      {/* The outcome of this file would stand below another one. */}
      <fieldset className="stack wizard" disabled={sent === 'import'}>
        <section className="stack">
          <h2>{words.steps.file}</h2>
          <p className="muted">{words.fileHelp}</p>
          <FileField
            label={words.file}
            accept=".csv,.tsv,.txt,.xlsx,.ndjson,.jsonl"
            onChoose={(chosen) => void chooseFile(chosen)}
          />
        </section>
        {file !== null && (
          <section className="stack">
            <h2>{words.steps.columns}</h2>
            {columns === null ? (
              <p className="muted">{words.byName}</p>
            ) : (
              <ColumnMapping
                kind={kind}
                columns={columns}
                mapping={mapping}
                onChange={(next) => change({ mapping: next })}
              />
            )}
            <ImportOptions kind={kind} choices={choices} onChange={change} />
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
              <span className="faint">{isKnown ? words.checkHelp : words.noField}</span>
            </div>
          </section>
        )}
      </fieldset>
      {error !== null && <FieldError>{error}</FieldError>}
      {outcome !== null && file !== null && (
        <ImportOutcome
          kind={kind}
          file={file}
          outcome={outcome}
          isTable={columns !== null && file.size <= MAX_BYTES}
          refused={refused}
          busy={busy}
          onImport={() => void send(false)}
        />
      )}
      <Unsaved isDirty={file !== null && !isSent} />
    </div>
  );
}
