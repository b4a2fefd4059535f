import { queryOptions, useQuery } from '@tanstack/react-query';
import { engine } from '../api/engine.js';

export function courseQuery(id: string) {
  return queryOptions({
    queryKey: ['courses', 'one', id],
    queryFn: ({ signal }) => engine.getCourse({ path: { id }, signal }),
  });
}

/** The title of a course; its id if there is no such course; undefined until it is known, or without an id. */
export function useCourseTitle(id: string | undefined): string | undefined {
  const { data, isError } = useQuery({ ...courseQuery(id ?? ''), enabled: id !== undefined });
  return isError ? id : data?.title;
}
