import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ifMatch } from '#client';
import { useDecisionKeys } from '../../../shared/api/decisions.js';
import { engine } from '../../../shared/api/engine.js';
import { type Change, useChange } from '../../../shared/api/use-change.js';
import { useRefusal } from '../../../shared/session/session.js';
import { text } from '../../../shared/text/text.js';
import { shortDay } from '../../../shared/time/days.js';
import { useNow } from '../../../shared/time/now.js';
import { useZone } from '../../../shared/time/zone.js';
import { Button } from '../../../shared/ui/button.js';
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { FieldError } from '../../../shared/ui/text-field.js';
import type { Course } from './course-mark.js';
import { CourseUse } from './course-use.js';

type Move = 'publish' | 'archive' | 'review' | 'remove';

const SHOWN_BY = [['courses'], ['needs']];
const FORMATS = ['scorm12', 'scorm2004', 'cmi5'] as const;

/** What may be done with a course: only published ones are recommended and assigned. */
export function CourseMoves({ course }: { readonly course: Course }): ReactNode {
  const { moves: words } = text.library;
  const { status, reviewDueSince } = course;
  const refused = useRefusal('admin');
  const reviewRefused = useRefusal('author');
  const zone = useZone();
  const now = useNow();
  const [asked, setAsked] = useState<'archive' | 'remove' | null>(null);
  const { run, runInDialog, busy, error } = useMove(course);
  return (
    <aside className="gate course-moves" aria-label={words.title}>
      <div className="foot">
        {reviewDueSince !== null && (
          <div className="move">
            <p>
              <Mark shape="soon">{words.reviewDue(shortDay(reviewDueSince, zone, now))}</Mark>
            </p>
            <Button size="form" refused={reviewRefused} busy={busy} onClick={() => run('review')}>
              {words.review}
            </Button>
          </div>
        )}
        {status !== 'published' && (
          <div className="move">
            <Button size="form" look="primary" refused={refused} busy={busy} onClick={() => run('publish')}>
              {words.publish}
            </Button>
            <p className="faint">{words.publishHelp}</p>
          </div>
        )}
        {status === 'published' && (
          <>
            <PublishedUse course={course} />
            <div className="move">
              <Button size="form" refused={refused} busy={busy} onClick={() => setAsked('archive')}>
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
            onClick={() => setAsked('remove')}
          >
            {text.common.remove}
          </Button>
        </div>
        {refused !== null && <p className="faint">{refused}</p>}
        {error !== null && asked === null && <FieldError>{error}</FieldError>}
      </div>
      {asked !== null && (
        <ConfirmDialog
          title={words.ask[asked]}
          sub={course.title}
          button={asked === 'archive' ? words.archive : text.common.remove}
          help={words.askHelp[asked]}
          onDo={() => runInDialog(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </aside>
  );
}

/** Moves a course; once it is removed, leads back to the library. */
function useMove(course: Course): Change<Move> {
  const navigate = useNavigate();
  // A retry after a lost response does not move the course again.
  const keys = useDecisionKeys();
  const move = async (to: Move): Promise<void> => {
    const input = { path: { id: course.id }, header: { ...ifMatch(course), ...keys.of(to) } };
    if (to === 'publish') await engine.publishCourse(input);
    else if (to === 'archive') await engine.archiveCourse(input);
    else if (to === 'review') await engine.confirmCourseReview(input);
    else {
      await engine.removeCourse(input);
      await navigate({ to: '/library' });
    }
    keys.succeeded();
  };
  return useChange(SHOWN_BY, move, (to) => text.library.moves.done[to]);
}

/** What a published course is used for: who has it, which topics it answers, and its packages. */
function PublishedUse({ course: { id, title, topics } }: { readonly course: Course }): ReactNode {
  const { moves: words } = text.library;
  return (
    <>
      <p className="muted">{words.published}</p>
      <CourseUse course={id} />
      <div className="bar">
        <Link className="btn" to="/library" search={{ tab: 'match', topic: topics[0] ?? title }}>
          {words.tryTopic}
        </Link>
      </div>
      <div className="bar">
        <span className="faint">{words.exports}</span>
        {FORMATS.map((format) => (
          <a key={format} href={`/engine/v1/admin/courses/${id}/export?format=${format}`} download>
            {format}
          </a>
        ))}
      </div>
    </>
  );
}
