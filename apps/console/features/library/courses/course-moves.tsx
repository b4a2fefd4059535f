import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ifMatch } from '#client';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { useChange } from '../../../shared/api/use-change.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Button } from '../../../shared/ui/button.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { PackageLinks } from '../../../shared/page/package-links.js';
import { useConfirmed } from '../../../shared/list/use-confirmed.js';
import type { Course } from './course-mark.js';
import { CourseUse } from './course-use.js';

type Move = 'publish' | 'archive' | 'review' | 'remove';

const SHOWN_BY = [['courses'], ['needs']];

/** What may be done with a course: only published ones are recommended and assigned. */
export function CourseMoves({ course }: { readonly course: Course }): ReactNode {
  const { moves: words } = text.library;
  const { status, reviewDueSince } = course;
  const refused = useRefusal('admin');
  const { start, busy, error, dialog } = useMove(course);
  return (
    <aside className="gate course-moves" aria-label={words.title}>
      <div className="foot">
        {reviewDueSince !== null && <Review dueSince={reviewDueSince} busy={busy} onReview={() => start('review')} />}
        {status !== 'published' && (
          <div className="move">
            <Button size="form" look="primary" refused={refused} busy={busy} onClick={() => start('publish')}>
              {words.publish}
            </Button>
            <p className="faint">{words.publishHelp}</p>
          </div>
        )}
        {status === 'published' && (
          <>
            <PublishedUse course={course} />
            <div className="move">
              <Button size="form" refused={refused} busy={busy} onClick={() => start('archive')}>
                {words.archive}
              </Button>
            </div>
          </>
        )}
        <div className="move">
          <Button
            size="form"
            look="ghost"
            refused={refused ?? (status === 'published' ? words.archiveFirst : null)}
            busy={busy}
            onClick={() => start('remove')}
          >
            {text.common.remove}
          </Button>
        </div>
        {refused !== null && <p className="faint">{refused}</p>}
        {error}
      </div>
      {dialog}
    </aside>
  );
}

/** A source of the course has a newer version: somebody has to say that the course is right. */
function Review({
  dueSince,
  busy,
  onReview,
}: {
  readonly dueSince: string;
  readonly busy: boolean;
  readonly onReview: () => void;
}): ReactNode {
  const { moves: words } = text.library;
  const refused = useRefusal('author');
  return (
    <div className="move">
      <p>
        <Mark shape="soon">{words.reviewDue(shortDay(dueSince, useZone(), useNow()))}</Mark>
      </p>
      <Button size="form" refused={refused} busy={busy} onClick={onReview}>
        {words.review}
      </Button>
    </div>
  );
}

/** Moves a course, after a question if people lose it. Once it is removed, leads back to the library. */
function useMove(course: Course) {
  const { moves: words } = text.library;
  const navigate = useNavigate();
  // A retry in the dialog does not move the course again, although the page has its next version already. Without a
  // dialog, the version identifies the decision.
  const keys = useDecisionKeys();
  const move = async (to: Move): Promise<void> => {
    const input = { path: { id: course.id }, header: { ...ifMatch(course), ...(isAsked(to) ? keys.of(to) : {}) } };
    if (to === 'publish') await engine.publishCourse(input);
    else if (to === 'archive') await engine.archiveCourse(input);
    else if (to === 'review') await engine.confirmCourseReview(input);
    else {
      await engine.removeCourse(input);
      await navigate({ to: '/library' });
    }
  };
  const change = useChange(SHOWN_BY, move, (to) => words.done[to]);
  return useConfirmed(change, (to) => {
    if (!isAsked(to)) return null;
    keys.forget();
    const button = to === 'archive' ? words.archive : text.common.remove;
    return { title: words.ask[to], sub: course.title, button, help: words.askHelp[to] };
  });
}

/** Whether people lose the course by a move. */
function isAsked(to: Move): to is 'archive' | 'remove' {
  return to === 'archive' || to === 'remove';
}

/** What a published course is used for: who has it, which topics it answers, and its packages. */
function PublishedUse({ course: { id, title, topics, content, quiz } }: { readonly course: Course }): ReactNode {
  const { moves: words } = text.library;
  const hasMaterial = content !== null || quiz.length > 0;
  return (
    <>
      <p className="muted">{words.published}</p>
      <CourseUse course={id} />
      <div className="bar">
        <Link className="btn" to="/library" search={{ tab: 'match', topic: topics[0] ?? title }}>
          {words.tryTopic}
        </Link>
      </div>
      {hasMaterial && <PackageLinks path={`/engine/v1/admin/courses/${id}/export`} label={words.exports} />}
    </>
  );
}
