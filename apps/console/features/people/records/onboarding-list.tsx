import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Schemas, ifMatch } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { type Change, useChange } from '../../../shared/api/use-change.js';
import { RecordTable } from '../../../shared/list/record-table.js';
import { usePages } from '../../../shared/list/use-pages.js';
import { useRemoval } from '../../../shared/list/use-removal.js';
import type { LiveKind } from '../../../shared/live/live.js';
import { useLiveQueries } from '../../../shared/live/use-live-queries.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { dayOf, shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { AddButton } from '../../../shared/ui/add-button.js';
import { Button } from '../../../shared/ui/button.js';
import { CheckField } from '../../../shared/ui/check-field.js';
import { FilterRow } from '../../../shared/ui/filter-row.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { RowActs } from '../../../shared/ui/row-acts.js';
import { SearchField } from '../../../shared/ui/search-field.js';
import { EmptyState } from '../../../shared/ui/states.js';
import { FieldError } from '../../../shared/ui/text-field.js';
import { showToast } from '../../../shared/ui/toasts.js';
import type { PeopleSearch } from '../people-search.js';
import { WorkerChip } from '../workers/worker-chip.js';
import { STEPS_SHOWN_BY, StepDialog } from './step-dialog.js';

type Step = Schemas['OnboardingStepView'];

const KINDS: readonly LiveKind[] = ['onboarding', 'worker'];

interface OnboardingListProps {
  readonly search: PeopleSearch;
  readonly onChange: (changes: PeopleSearch) => void;
}

/** The steps that people take when they begin: open ones make them not ready. */
export function OnboardingList({ search: { q, done, worker: person }, onChange }: OnboardingListProps): ReactNode {
  const words = text.people.onboarding;
  const refused = useRefusal('admin');
  const [isAdding, setAdding] = useState(false);
  const query = {
    done: done === true ? ('true' as const) : ('false' as const),
    ...(q === undefined ? {} : { step: q }),
    ...(person === undefined ? {} : { worker: person }),
  };
  const pages = usePages(['onboarding', 'list', query], (page, signal) =>
    engine.listOnboarding({ query: { ...query, ...page }, signal }),
  );
  useLiveQueries('onboarding', KINDS);
  const toggle = useToggle();
  const removal = useStepRemoval(pages.rows);
  return (
    <>
      <FilterRow
        label={words.filter}
        actions={
          <AddButton refused={refused} onClick={() => setAdding(true)}>
            {words.add}
          </AddButton>
        }
      >
        <SearchField
          label={words.search}
          help={words.searchHelp}
          value={q}
          onSearch={(value) => onChange({ q: value })}
        />
        <CheckField isChecked={done === true} onCheck={(checked) => onChange({ done: checked ? true : undefined })}>
          {words.showDone}
        </CheckField>
        {person !== undefined && <WorkerChip worker={person} onRemove={() => onChange({ worker: undefined })} />}
      </FilterRow>
      {toggle.decisionError !== null && <FieldError>{toggle.decisionError}</FieldError>}
      <RecordTable
        className="onboarding"
        caption={words.caption}
        columns={[words.step, words.worker, words.status]}
        acts={text.common.edit}
        pages={pages}
        failed={words.failed}
        isFiltered={q !== undefined}
        empty={<EmptyState title={done === true ? words.noneDone : words.none} help={words.noneHelp} />}
      >
        {pages.rows.map((step) => (
          <StepRow key={step.id} step={step}>
            <Button refused={refused} busy={toggle.busy} onClick={() => toggle.run(step)}>
              {step.doneAt === null ? words.markDone : words.markOpen}
            </Button>
            <Button look="ghost" refused={refused} onClick={() => removal.ask(step)}>
              {text.common.remove}
            </Button>
          </StepRow>
        ))}
      </RecordTable>
      {isAdding && <StepDialog onClose={() => setAdding(false)} />}
      {removal.dialog}
    </>
  );
}

/** Marks an open step as done today, and a step that is done as open. */
function useToggle(): Change<Step> {
  const words = text.people.onboarding;
  const zone = useZone();
  const now = useNow();
  const client = useQueryClient();
  const record = (step: Step, doneAt: string | null): Promise<Step> =>
    engine.changeOnboarding({ path: { id: step.id }, header: ifMatch(step), body: { doneAt } });
  return useChange(STEPS_SHOWN_BY, async (step) => {
    const changed = await record(step, step.doneAt === null ? dayOf(now, zone) : null);
    // The list no longer has the row, so that only the message can undo the change.
    showToast(words.done[step.doneAt === null ? 'done' : 'open'](step.step, step.worker.name), async () => {
      await record(changed, step.doneAt);
      await Promise.all(STEPS_SHOWN_BY.map((queryKey) => client.invalidateQueries({ queryKey })));
    });
  });
}

function useStepRemoval(rows: readonly Step[]): ReturnType<typeof useRemoval<Step>> {
  const words = text.people.onboarding;
  return useRemoval<Step>({
    rows,
    shownBy: STEPS_SHOWN_BY,
    call: (one) => engine.removeOnboarding({ path: { id: one.id }, header: ifMatch(one) }),
    nameOf,
    words: {
      removeTitle: words.remove.title,
      removeHelp: words.remove.help,
      removed: ({ step, worker }) => words.done.remove(step, worker.name),
    },
  });
}

function nameOf({ step, worker }: Step): string {
  return `${step}, ${worker.name}`;
}

/** A step with what may be done about it. */
function StepRow({ step: row, children }: { readonly step: Step; readonly children: ReactNode }): ReactNode {
  const { step, worker, doneAt } = row;
  const words = text.people.onboarding;
  const zone = useZone();
  const now = useNow();
  return (
    <tr>
      <td className="topic" title={step}>
        {step}
      </td>
      <td>
        <Link to="/readiness/$worker" params={{ worker: worker.id }}>
          {worker.name}
        </Link>
      </td>
      <td>
        {doneAt === null ? (
          <Mark shape="low">{words.open}</Mark>
        ) : (
          <Mark shape="ready">{words.doneOn(shortDay(doneAt, zone, now))}</Mark>
        )}
      </td>
      <RowActs of={nameOf(row)}>{children}</RowActs>
    </tr>
  );
}
