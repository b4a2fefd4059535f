import { useQuery } from '@tanstack/react-query';
import { engine } from '../api/engine.js';

/** The title of a course; its id if there is no such course; undefined until it is known, or without an id. */
export function useCourseTitle(id: string | undefined): string | undefined {
  const { data, isError } = useQuery({
    queryKey: ['courses', 'one', id],
    queryFn: ({ signal }) => engine.getCourse({ path: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
  });
  return isError ? id : data?.title;
}
