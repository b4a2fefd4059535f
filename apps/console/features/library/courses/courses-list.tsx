import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { engine } from '../../../shared/api/engine.js';
import { RecordTable } from '../../../shared/list/record-table.js';
import { usePages } from '../../../shared/list/use-pages.js';
import type { LiveKind } from '../../../shared/live/live.js';
import { useLiveQueries } from '../../../shared/live/use-live-queries.js';
import { text } from '../../../shared/text/text.js';
import { age } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { CheckField } from '../../../shared/ui/check-field.js';
import { CompactSelect } from '../../../shared/ui/compact-select.js';
import { Filters } from '../../../shared/ui/filters.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { SearchField } from '../../../shared/ui/search-field.js';
import { EmptyState } from '../../../shared/ui/states.js';
import { COURSE_STATUSES, type LibrarySearch } from '../library-search.js';
import { type Course, CourseMark } from './course-mark.js';

const KINDS: readonly LiveKind[] = ['course'];
const NONE: LibrarySearch = { q: undefined, status: undefined, category: undefined, review: undefined };

interface CoursesListProps {
  readonly search: LibrarySearch;
  readonly onChange: (changes: LibrarySearch) => void;
}

export function CoursesList({ search, onChange }: CoursesListProps): ReactNode {
  const words = text.library.courses;
  const { q, status, category, review } = search;
  const query = {
    ...(q === undefined ? {} : { q }),
    ...(status === undefined ? {} : { status: [status] }),
    ...(category === undefined ? {} : { category }),
    ...(review === undefined ? {} : { reviewDue: 'true' as const }),
  };
  const pages = usePages(['courses', 'list', query], (page, signal) =>
    engine.listCourses({ query: { ...query, ...page }, signal }),
  );
  useLiveQueries('courses', KINDS);
  const set = Object.keys(query).length;
  return (
    <>
      <Filters label={words.filter} set={set} onClear={() => onChange(NONE)}>
        <SearchField label={words.search} value={q} onSearch={(value) => onChange({ q: value })} />
        <CompactSelect
          label={words.status}
          empty={words.anyStatus}
          value={status}
          options={COURSE_STATUSES.map((known) => [known, text.library.statuses[known]])}
          onChoose={(chosen) => onChange({ status: chosen })}
        />
        <SearchField
          label={words.category}
          help={words.categoryHelp}
          value={category}
          onSearch={(value) => onChange({ category: value })}
        />
        <CheckField isChecked={review === true} onCheck={(checked) => onChange({ review: checked ? true : undefined })}>
          {words.reviewDue}
        </CheckField>
      </Filters>
      <RecordTable
        className="courses"
        caption={words.caption}
        columns={[
          words.course,
          words.status,
          words.topics,
          words.category,
          { name: words.minutes, className: 'r' },
          { name: words.changed, className: 'r' },
        ]}
        pages={pages}
        failed={words.failed}
        empty={set > 0 ? <EmptyState title={words.noMatch} /> : <EmptyState title={words.none} help={words.noneHelp} />}
      >
        {pages.rows.map((course) => (
          <CourseRow key={course.id} course={course} />
        ))}
      </RecordTable>
    </>
  );
}

function CourseRow({
  course: { id, title, status, topics, category, estimatedMinutes, reviewDueSince, updatedAt },
}: {
  readonly course: Pick<
    Course,
    'id' | 'title' | 'status' | 'topics' | 'category' | 'estimatedMinutes' | 'reviewDueSince' | 'updatedAt'
  >;
}): ReactNode {
  const zone = useZone();
  const now = useNow();
  return (
    <tr>
      <td title={title}>
        <Link className="topic" to="/library/$course" params={{ course: id }}>
          {title}
        </Link>
        {reviewDueSince !== null && (
          <span className="why">
            <Mark shape="soon">{text.library.courses.reviewDue}</Mark>
          </span>
        )}
      </td>
      <td>
        <CourseMark status={status} />
      </td>
      <td className="muted" title={topics.join(', ')}>
        {topics.join(', ')}
      </td>
      <td className="muted">{category}</td>
      <td className="r" data-label={text.library.courses.minutes}>
        {estimatedMinutes}
      </td>
      <td className="r only-desk">{age(updatedAt, zone, now)}</td>
    </tr>
  );
}
