import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { ChevronRight, Eye } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { PageTop } from '../../../shared/page/page-top.js';
import { QueryState } from '../../../shared/ui/query-state.js';
import { ScrollRegion } from '../../../shared/ui/scroll-region.js';
import { draftQuery, useLiveDrafts } from '../draft-data.js';
import { DraftMark } from '../draft-mark.js';
import { AboutPart } from './about-part.js';
import { ChangesPart } from './changes-part.js';
import { DraftGate } from './draft-gate.js';
import { DraftOutline } from './draft-outline.js';
import { LessonPart } from './lesson-part.js';
import { ModeSwitch } from './mode-switch.js';
import { QuizPart } from './quiz-part.js';
import { WritingProgress } from './writing-progress.js';

/** One draft: its parts, what a reviewer should look at, and the next decision. */
export function DraftPage(): ReactNode {
  const words = text.drafts;
  const { draft: id } = useParams({ from: '/signed-in/drafts/$draft' });
  const { part = 'about', mode } = useSearch({ from: '/signed-in/drafts/$draft' });
  useLiveDrafts();
  const query = useQuery(draftQuery(id));
  const draft = query.data;
  const title = draft === undefined ? words.title : draft.title === '' ? draft.topic : draft.title;
  const lesson = draft?.lessons.find((one) => one.id === part);
  return (
    <>
      <PageTop
        title={title}
        before={
          <Link className="crumb" to="/drafts">
            {words.title} <ChevronRight className="i s" aria-hidden="true" />
          </Link>
        }
      >
        {draft && (
          <>
            <DraftMark status={draft.status} />
            {draft.lessons.length > 0 && (
              <a
                className="btn ghost"
                href={`/engine/v1/admin/drafts/${draft.id}/preview`}
                target="_blank"
                rel="noreferrer"
              >
                <Eye className="i s" aria-hidden="true" />
                {words.one.preview}
              </a>
            )}
          </>
        )}
      </PageTop>
      <QueryState query={query} what={words.title} failed={words.one.failed} />
      {draft !== undefined && (
        <div className="review">
          <DraftOutline draft={draft} part={part} />
          <ScrollRegion label={words.one.body(title)} className="doc">
            <WritingProgress draft={draft} />
            <ModeSwitch draft={draft} lesson={lesson} mode={mode} />
            {mode === 'changes' ? (
              <ChangesPart draft={draft} />
            ) : part === 'quiz' ? (
              <QuizPart key={draft.id} draft={draft} />
            ) : lesson === undefined ? (
              <AboutPart key={draft.id} draft={draft} />
            ) : (
              <LessonPart key={`${draft.id} ${lesson.id}`} draft={draft} lesson={lesson} />
            )}
          </ScrollRegion>
          <DraftGate draft={draft} />
        </div>
      )}
    </>
  );
}
