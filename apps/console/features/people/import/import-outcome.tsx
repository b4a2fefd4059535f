import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { saveFile } from '../../../shared/downloads/save-file.js';
import { number } from '../../../shared/text/en/plural.js';
import { text } from '../../../shared/text/text.js';
import { Button } from '../../../shared/ui/button.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { type ImportKind, type Imported, mediaTypeOf } from './import-kinds.js';
import { refusedRows } from './read-table.js';
import { fieldText, reasonText } from './refusal-text.js';

const COUNTS = ['created', 'updated', 'unchanged', 'deactivated', 'failed'] as const;

interface ImportOutcomeProps {
  readonly kind: ImportKind;
  readonly file: File;
  readonly outcome: Imported;
  /** The file is a table, of which the refused rows can be saved. */
  readonly isTable: boolean;
  readonly refused: string | null;
  readonly busy: boolean;
  readonly onImport: () => void;
}

/** What the file would change, or has changed, and each row that is refused, with its reason. */
export function ImportOutcome(props: ImportOutcomeProps): ReactNode {
  const words = text.people.import;
  const { kind, file, outcome, isTable, refused, busy, onImport } = props;
  const { dryRun, failed, deactivated = 0 } = outcome;
  const written = outcome.created + outcome.updated;
  return (
    <section className="stack" aria-live="polite">
      <h2>{dryRun ? words.steps.would : words.steps.done}</h2>
      <dl className="counts">
        {COUNTS.map((count) =>
          outcome[count] === undefined ? null : (
            <div key={count}>
              <dt>{words.counts[count]}</dt>
              <dd className="num">{number(outcome[count])}</dd>
            </div>
          ),
        )}
      </dl>
      {failed > 0 && <RefusedRows kind={kind} file={file} outcome={outcome} isTable={isTable} />}
      {dryRun ? (
        <div className="bar">
          <Button
            size="form"
            look="primary"
            refused={refused ?? (written + deactivated === 0 ? words.nothing : null)}
            busy={busy}
            onClick={onImport}
          >
            {deactivated === 0 ? words.run[kind](written) : words.runAll(written, deactivated)}
          </Button>
          <span className="faint">{busy ? words.running : failed > 0 ? words.othersOnly : words.atOnce}</span>
        </div>
      ) : (
        <p>
          <Mark shape="ready">{words.imported}</Mark>
        </p>
      )}
    </section>
  );
}

/** The rows that are refused, each with its reason. Those of a table can be saved, with the reasons as a column. */
function RefusedRows({
  kind,
  file,
  outcome: { errors, failed },
  isTable,
}: Pick<ImportOutcomeProps, 'kind' | 'file' | 'outcome' | 'isTable'>): ReactNode {
  const words = text.people.import;
  const save = async (): Promise<void> => {
    const reasons = new Map<number, string>();
    for (const { row, field, message } of errors)
      reasons.set(
        row,
        [reasons.get(row), `${fieldText(kind, field)}: ${reasonText(message)}`].filter(Boolean).join('; '),
      );
    const rows = await refusedRows(file, mediaTypeOf(file) ?? 'text/csv', reasons, words.reason);
    // Without the byte order mark, Excel reads UTF-8 as Windows-1252: corrected names would be imported garbled.
    saveFile(new Blob(['\uFEFF', rows], { type: 'text/csv;charset=utf-8' }), words.refusedFile(file.name));
  };
  return (
    <>
      <p>
        <Mark shape="soon">{words.refusedRows(failed)}</Mark>
      </p>
      <table className="tbl inset refusals">
        <caption className="sr">{words.refusedRows(failed)}</caption>
        <thead>
          <tr>
            <th scope="col" className="r">
              {words.row}
            </th>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map(({ row, field, message }, index) => (
            <tr key={index}>
              <td className="r">{number(row)}</td>
              <td>{fieldText(kind, field)}</td>
              <td>{reasonText(message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {new Set(errors.map(({ row }) => row)).size < failed && <p className="muted">{words.refusedMore}</p>}
      {isTable && (
        <div className="bar">
          <Button onClick={() => void save()}>
            <Download className="i s" aria-hidden="true" />
            {words.saveRefused}
          </Button>
        </div>
      )}
    </>
  );
}
