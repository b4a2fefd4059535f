import { FileUp } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { ifMatch } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { RecordTable } from '../../../shared/list/record-table.js';
import { usePages } from '../../../shared/list/use-pages.js';
import { useRemoval } from '../../../shared/list/use-removal.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { AddButton } from '../../../shared/ui/add-button.js';
import { Button } from '../../../shared/ui/button.js';
import { FilterRow } from '../../../shared/ui/filter-row.js';
import { RowActs } from '../../../shared/ui/row-acts.js';
import { SearchField } from '../../../shared/ui/search-field.js';
import { SeverityMark } from '../../../shared/ui/severity-mark.js';
import { EmptyState } from '../../../shared/ui/states.js';
import { ImportMatrixDialog } from './import-matrix-dialog.js';
import type { Requirement } from './requirement.js';
import { RequirementDialog } from './requirement-dialog.js';

const SHOWN_BY = [['requirements'], ['readiness']];

/** All requirements, each with the people whom it applies to. */
export function RequirementsList({
  q,
  onSearch,
}: {
  readonly q: string | undefined;
  readonly onSearch: (q: string | undefined) => void;
}): ReactNode {
  const words = text.readiness.requirements;
  const refused = useRefusal('admin');
  const [dialog, setDialog] = useState<Requirement | 'new' | 'import' | null>(null);
  const query = q === undefined ? {} : { q };
  const pages = usePages(['requirements', 'list', query], (page, signal) =>
    engine.listRequirements({ query: { ...query, ...page }, signal }),
  );
  const removal = useRemoval<Requirement>({
    rows: pages.rows,
    shownBy: SHOWN_BY,
    call: (one) => engine.removeRequirement({ path: { id: one.id }, header: ifMatch(one) }),
    nameOf: sentenceOf,
    words,
  });
  return (
    <>
      <FilterRow
        label={words.filter}
        actions={
          <>
            <Button look="ghost" refused={refused} onClick={() => setDialog('import')}>
              <FileUp className="i s" aria-hidden="true" />
              {words.import}
            </Button>
            <AddButton look="primary" refused={refused} onClick={() => setDialog('new')}>
              {words.add}
            </AddButton>
          </>
        }
      >
        <SearchField label={words.search} value={q} onSearch={onSearch} />
      </FilterRow>
      <RecordTable
        className="requirements"
        caption={words.title}
        columns={[words.who, words.what, words.severity, words.when]}
        acts={text.common.edit}
        pages={pages}
        failed={words.failed}
        isFiltered={q !== undefined}
        empty={<EmptyState title={words.none} help={words.noneHelp} />}
      >
        {pages.rows.map((requirement) => (
          <RequirementRow
            key={requirement.id}
            requirement={requirement}
            refused={refused}
            onEdit={() => setDialog(requirement)}
            onRemove={() => removal.ask(requirement)}
          />
        ))}
      </RecordTable>
      {dialog === 'import' && <ImportMatrixDialog onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'import' && (
        <RequirementDialog requirement={dialog === 'new' ? null : dialog} onClose={() => setDialog(null)} />
      )}
      {removal.dialog}
    </>
  );
}

function audienceText({ appliesTo: { kind, name } }: Requirement): string {
  return text.readiness.requirements.audience[kind](name ?? '');
}

function sentenceOf(requirement: Requirement): string {
  const { credential, courseTitle } = requirement;
  return text.readiness.requirements.sentence(credential ?? courseTitle ?? '', audienceText(requirement));
}

function RequirementRow({
  requirement,
  refused,
  onEdit,
  onRemove,
}: {
  readonly requirement: Requirement;
  readonly refused: string | null;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}): ReactNode {
  const words = text.readiness.requirements;
  const zone = useZone();
  const now = useNow();
  const { credential, courseTitle, severity, validDays, graceDays, from } = requirement;
  const rules = [
    validDays === null ? null : words.validFor(validDays),
    graceDays === 0 ? null : words.graceOf(graceDays),
    from === null ? null : words.fromDay(shortDay(from, zone, now)),
  ].filter((rule) => rule !== null);
  return (
    <tr>
      <td>{audienceText(requirement)}</td>
      <td className="topic" title={credential ?? courseTitle ?? ''}>
        {credential ?? courseTitle} <span className="why">{credential === null ? words.course : words.credential}</span>
      </td>
      <td>
        {severity === null ? <span className="muted">{words.byPolicy}</span> : <SeverityMark severity={severity} />}
      </td>
      <td className="muted" title={rules.join(', ')}>
        {rules.join(', ')}
      </td>
      <RowActs of={sentenceOf(requirement)}>
        <Button refused={refused} onClick={onEdit}>
          {text.common.edit}
        </Button>
        <Button look="ghost" refused={refused} onClick={onRemove}>
          {text.common.remove}
        </Button>
      </RowActs>
    </tr>
  );
}
