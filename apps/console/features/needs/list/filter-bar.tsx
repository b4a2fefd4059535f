import { ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCourseTitle } from '../../../shared/pickers/course-title.js';
import { text } from '../../../shared/text/text.js';
import { Button } from '../../../shared/ui/button.js';
import { FilterChip } from '../../../shared/ui/filter-chip.js';
import { type ChangeSearch, NO_FILTERS } from '../search/change-search.js';
import { type NeedsSearch, filterCount } from '../search/needs-search.js';
import { severityText } from '../words/need-words.js';
import { FilterForm } from './filter-form.js';
import { SaveView } from './saved-views.js';

interface FilterBarProps {
  readonly search: NeedsSearch;
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly change: ChangeSearch;
  readonly fresh: number;
  readonly onShowFresh: () => void;
}

export function FilterBar({ search, isOpen, onOpen, change, fresh, onShowFresh }: FilterBarProps): ReactNode {
  const words = text.needs.filter;
  const chips = chipsOf(search, useCourseTitle(search.course));
  return (
    <div className="filters">
      <FilterForm search={search} isOpen={isOpen} onOpen={onOpen} change={change} />
      {chips.map(({ field, name, value }) => (
        <FilterChip key={field} name={name} value={value} onRemove={() => change({ [field]: undefined })} />
      ))}
      {filterCount(search) > 0 && (
        <span className="only-desk bar">
          <Button look="ghost" onClick={() => change(NO_FILTERS)}>
            {words.clear}
          </Button>
          <SaveView search={search} />
        </span>
      )}
      <span className="right" role="status">
        {fresh > 0 && (
          <button className="pill" type="button" title={text.needs.newRowsHelp} onClick={onShowFresh}>
            <ArrowUp className="i s" aria-hidden="true" />
            {text.needs.newRows(fresh)}
          </button>
        )}
      </span>
    </div>
  );
}

interface ShownFilter {
  readonly field: keyof typeof NO_FILTERS;
  readonly name: string;
  readonly value: string;
}

function chipsOf(
  { severity, recommendation, type, topic, site, worker, course, q }: NeedsSearch,
  courseTitle: string | undefined,
): readonly ShownFilter[] {
  const words = text.needs.filter;
  const all: ReadonlyArray<readonly [ShownFilter['field'], string, string | undefined]> = [
    ['q', words.search, q],
    ['severity', words.severity, severity?.map((one) => severityText(Number(one))).join(', ')],
    ['recommendation', words.recommendation, recommendation?.map((one) => words.recommendations[one]).join(', ')],
    ['topic', words.topic, topic],
    ['site', words.site, site],
    ['worker', words.worker, worker],
    ['course', words.course, course && (courseTitle ?? '…')],
    ['type', words.type, type],
  ];
  return all.flatMap(([field, name, value]) => (value === undefined ? [] : [{ field, name, value }]));
}
