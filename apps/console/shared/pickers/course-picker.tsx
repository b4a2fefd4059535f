import type { ReactNode } from 'react';
import { engine } from '../api/engine.js';
import { text } from '../text/text.js';
import { type Option, SearchSelect } from '../ui/search-select.js';

const MAX_OPTIONS = 20;

/** A published course: the value is the id. */
export function CoursePicker({
  label,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly chosen: Option | null;
  readonly onChoose: (course: Option) => void;
}): ReactNode {
  const words = text.common.pickers;
  return (
    <SearchSelect
      label={label}
      placeholder={words.findCourse}
      chosen={chosen}
      onChoose={onChoose}
      name={['courses', 'published']}
      find={publishedCourses}
      none={words.noCourse}
      loading={words.loading}
      found={words.courses}
    />
  );
}

/** The published courses with these words. */
export async function publishedCourses(q: string, signal?: AbortSignal): Promise<readonly Option[]> {
  const query = { status: ['published' as const], limit: MAX_OPTIONS, ...(q === '' ? {} : { q }) };
  const { items } = await engine.listCourses({ query, ...(signal && { signal }) });
  return items.map(({ id, title, category }) => ({ value: id, label: title, more: category ?? undefined }));
}
