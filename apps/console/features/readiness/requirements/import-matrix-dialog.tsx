import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import type { Schemas } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { sendingFile } from '../../../shared/files/sent-file.js';
import { XLSX } from '../../../shared/downloads/xlsx.js';
import { problemText } from '../../../shared/text/problem-text.js';
import { number } from '../../../shared/text/en/plural.js';
import { text } from '../../../shared/text/text.js';
import { DecisionDialog } from '../../../shared/ui/decision-dialog.js';
import { FileField } from '../../../shared/ui/file-field.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { showToast } from '../../../shared/ui/toasts.js';

type Result = Schemas['ImportResult'];

/** Errors that are listed. */
const SHOWN = 20;

/** Imports a training matrix: roles as rows, trainings as columns. It is checked first. */
export function ImportMatrixDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = text.readiness.requirements;
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [checked, setChecked] = useState<Result | null>(null);
  /** The check of an earlier file may end after that of a later one. */
  const latest = useRef<File | null>(null);
  const next = async (): Promise<void> => {
    if (file === null) return;
    const { created, updated } = await send(false, file);
    await Promise.all(['requirements', 'readiness'].map((key) => client.invalidateQueries({ queryKey: [key] })));
    showToast(words.imported(created + updated));
  };
  const check = async (chosen: File | null): Promise<void> => {
    latest.current = chosen;
    setFile(null);
    setChecked(null);
    if (chosen === null) return;
    const result = await send(true, chosen).catch((failure: unknown) => {
      if (latest.current === chosen) throw failure;
      return null;
    });
    if (latest.current !== chosen) return;
    setChecked(result);
    setFile(chosen);
  };
  const changes = checked === null ? 0 : checked.created + checked.updated;
  return (
    <DecisionDialog
      title={words.import}
      sub={words.importHelp}
      button={words.importCount(changes)}
      refused={checked === null ? words.fileNeeded : changes === 0 ? words.nothing : null}
      onDo={next}
      onClose={onClose}
    >
      <MatrixFile onChoose={check} />
      {checked !== null && (
        <div className="stack" role="status">
          <p>{words.would(number(checked.created), number(checked.updated), number(checked.unchanged))}</p>
          {checked.failed > 0 && (
            <>
              <Mark shape="soon">{words.refusedRows(checked.failed)}</Mark>
              <ul className="plain-list">
                {checked.errors.slice(0, SHOWN).map(({ row, field, message }, index) => (
                  <li key={index}>{words.rowError(row, field, message)}</li>
                ))}
                {checked.errors.length > SHOWN && (
                  <li className="muted">{text.common.more(checked.errors.length - SHOWN)}</li>
                )}
              </ul>
            </>
          )}
        </div>
      )}
    </DecisionDialog>
  );
}

function send(dryRun: boolean, body: File): Promise<Result> {
  const contentType = body.name.toLowerCase().endsWith('.xlsx') ? XLSX : 'text/csv';
  return sendingFile(body, () => engine.importRequirements({ query: { dryRun }, contentType, body }));
}

function MatrixFile({ onChoose }: { readonly onChoose: (file: File | null) => Promise<void> }): ReactNode {
  const words = text.readiness.requirements;
  const [error, setError] = useState<string | null>(null);
  const choose = async (file: File | null): Promise<void> => {
    setError(null);
    try {
      await onChoose(file);
    } catch (failure) {
      setError(problemText(failure).what);
    }
  };
  return <FileField label={words.file} accept=".csv,.xlsx" error={error} onChoose={(chosen) => void choose(chosen)} />;
}
