import { type InputOf, ifMatch } from '#client';
import { engine } from '../../../shared/api/engine.js';
import { type Change, useChange } from '../../../shared/api/use-change.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import type { Course } from './course-mark.js';

const SHOWN_BY = [['courses']];

/**
 * Saves changes of a course.
 * @param course the version that they replace
 */
export function useSaveCourse(
  course: Course,
): Change<InputOf<'changeCourse'>['body']> & { readonly refused: string | null } {
  const refused = useRefusal('author');
  const change = useChange(
    SHOWN_BY,
    (body: InputOf<'changeCourse'>['body']) =>
      engine.changeCourse({ path: { id: course.id }, header: ifMatch(course), body }),
    text.library.course.saved,
  );
  return { ...change, refused };
}
