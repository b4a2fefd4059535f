import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { engine } from '../../../shared/api/engine.js';
import { text } from '../../../shared/text/text.js';

/** Where a published course is used: the open needs that it is recommended for, and those who take it. */
export function CourseUse({ course }: { readonly course: string }): ReactNode {
  const words = text.library.use;
  const { data } = useQuery({
    queryKey: ['needs', 'count', 'recommended', course],
    queryFn: ({ signal }) => engine.getNeedsCount({ query: { course, status: ['open', 'authoring'] }, signal }),
  });
  return (
    <ul className="stack tight">
      {data !== undefined && (
        <li>
          {data.count === 0 ? (
            <span className="muted">{words.notRecommended}</span>
          ) : (
            <Link to="/needs" search={{ course }}>
              {data.exact ? words.recommended(data.count) : words.recommendedMore(data.count)}
            </Link>
          )}
        </li>
      )}
      <li>
        <Link to="/people" search={{ tab: 'assignments', course }}>
          {words.assignments}
        </Link>
      </li>
    </ul>
  );
}
