import { Popover } from '@base-ui/react/popover';
import { ListFilter } from 'lucide-react';
import { type ReactNode, type RefObject, useRef } from 'react';
import { text } from '../../../shared/text/text.js';
import { useCourseTitle } from '../../../shared/pickers/course-title.js';
import { Button } from '../../../shared/ui/button.js';
import { SelectField } from '../../../shared/ui/select-field.js';
import { TextField } from '../../../shared/ui/text-field.js';
import {
  type NeedsSearch,
  RECOMMENDATIONS,
  SEVERITIES,
  SORTS,
  filterCount,
  needsSearch,
} from '../search/needs-search.js';
import type { ChangeSearch } from '../search/change-search.js';
import { severityText } from '../words/need-words.js';

interface FilterFormProps {
  readonly search: NeedsSearch;
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly change: ChangeSearch;
}

const WORDS = ['topic', 'site', 'worker', 'type'] as const;

/** All filters and the order. They go into the address when the form is sent. */
export function FilterForm({ search, isOpen, onOpen, change }: FilterFormProps): ReactNode {
  const words = text.needs.filter;
  const common = text.common.filters;
  const first = useRef<HTMLInputElement>(null);
  const count = filterCount(search);

  const submit = (data: FormData): void => {
    const given = {
      ...Object.fromEntries(['q', 'sort', ...WORDS].map((name) => [name, data.get(name)])),
      severity: data.getAll('severity'),
      recommendation: data.getAll('recommendation'),
    };
    const { q, sort, topic, site, worker, type, severity, recommendation } = needsSearch(given);
    const course = data.has('course') ? search.course : undefined;
    change({ q, sort, topic, site, worker, course, type, severity, recommendation });
    onOpen(false);
  };

  return (
    <Popover.Root open={isOpen} onOpenChange={(open) => onOpen(open)}>
      <Popover.Trigger className="btn ghost">
        <ListFilter className="i" aria-hidden="true" />
        {count > 0 ? common.buttonOn(count) : common.button}
        <kbd aria-hidden="true">/</kbd>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="over" align="start" sideOffset={6}>
          <Popover.Popup className="popover" data-covers="" initialFocus={first} aria-label={words.title}>
            <form
              className="stack tight"
              onSubmit={(event) => {
                event.preventDefault();
                submit(new FormData(event.currentTarget));
              }}
            >
              <FilterFields search={search} first={first} />
              <div className="bar end">
                <Button onClick={() => onOpen(false)}>{text.common.cancel}</Button>
                <Button type="submit" look="primary">
                  {common.button}
                </Button>
              </div>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function FilterFields({
  search,
  first,
}: {
  readonly search: NeedsSearch;
  /** The field that gets the focus when the form is opened. */
  readonly first: RefObject<HTMLInputElement | null>;
}): ReactNode {
  const words = text.needs.filter;
  const courseTitle = useCourseTitle(search.course);
  return (
    <>
      <TextField
        ref={first}
        label={words.search}
        help={words.searchHelp}
        name="q"
        type="search"
        defaultValue={search.q}
      />
      <Choices
        legend={words.severity}
        name="severity"
        options={SEVERITIES.map((value) => [value, severityText(Number(value))])}
        chosen={search.severity}
      />
      <Choices
        legend={words.recommendation}
        name="recommendation"
        options={RECOMMENDATIONS.map((value) => [value, words.recommendations[value]])}
        chosen={search.recommendation}
      />
      {search.course !== undefined && (
        <Choices
          legend={words.course}
          name="course"
          options={[[search.course, courseTitle ?? '…']]}
          chosen={[search.course]}
        />
      )}
      <div className="two-fields">
        {WORDS.map((name) => (
          <TextField key={name} label={words[name]} name={name} defaultValue={search[name]} />
        ))}
      </div>
      <SelectField
        label={words.sort}
        name="sort"
        defaultValue={search.sort ?? 'severity'}
        options={SORTS.map((sort) => [sort, words.sorts[sort]])}
      />
    </>
  );
}

function Choices({
  legend,
  name,
  options,
  chosen,
}: {
  readonly legend: string;
  readonly name: string;
  readonly options: ReadonlyArray<readonly [value: string, label: string]>;
  readonly chosen: readonly string[] | undefined;
}): ReactNode {
  return (
    <fieldset>
      <legend className="lbl">{legend}</legend>
      <div className="choices">
        {options.map(([value, label]) => (
          <label key={value}>
            <input className="cb" type="checkbox" name={name} value={value} defaultChecked={chosen?.includes(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
