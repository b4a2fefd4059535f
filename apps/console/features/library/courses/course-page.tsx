import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LiveKind } from '../../../shared/live/live.js';
import { useLiveQueries } from '../../../shared/live/use-live-queries.js';
import { courseQuery } from '../../../shared/pickers/course-title.js';
import { text } from '../../../shared/text/text.js';
import { PageTop } from '../../../shared/page/page-top.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { ScrollRegion } from '../../../shared/ui/scroll-region.js';
import { CourseAbout } from './course-about.js';
import { CourseMark } from './course-mark.js';
import { CourseMoves } from './course-moves.js';
import { CourseQuiz } from './course-quiz.js';

const KINDS: readonly LiveKind[] = ['course'];

/** One course of the library: what it teaches, its quiz, and what may be done with it. */
export function CoursePage(): ReactNode {
  const words = text.library;
  const { course: id } = useParams({ from: '/signed-in/library/$course' });
  useLiveQueries('courses', KINDS);
  const query = useQuery(courseQuery(id));
  const course = query.data;
  return (
    <>
      <PageTop
        title={course?.title ?? words.course.title}
        before={
          <Link className="crumb" to="/library">
            {words.title} <ChevronRight className="i s" aria-hidden="true" />
          </Link>
        }
      >
        {course && <CourseMark status={course.status} />}
      </PageTop>
      <QueryState query={query} what={words.course.title} failed={words.course.failed} />
      {course !== undefined && (
        <div className="course-page">
          <ScrollRegion label={words.course.body(course.title)} className="doc">
            <CourseAbout key={`about ${course.id}`} course={course} />
            <CourseQuiz key={`quiz ${course.id}`} course={course} />
          </ScrollRegion>
          <CourseMoves course={course} />
        </div>
      )}
    </>
  );
}
