import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import type { Draft, Lesson } from '../draft-data.js';
import type { DraftSearch } from '../drafts-search.js';

/** The text of a part, or what the last version changed. */
export function ModeSwitch({
  draft,
  lesson,
  mode,
}: {
  readonly draft: Draft;
  readonly lesson: Lesson | undefined;
  readonly mode: DraftSearch['mode'];
}): ReactNode {
  const words = text.drafts.one;
  const navigate = useNavigate({ from: '/drafts/$draft' });
  const show = (next: DraftSearch['mode']): void =>
    void navigate({
      to: '/drafts/$draft',
      params: { draft: draft.id },
      search: (before) => ({ ...before, mode: next }),
      replace: true,
    });
  return (
    <div className="bar">
      <span className="faint">
        {lesson !== undefined && words.lesson(draft.lessons.indexOf(lesson) + 1, draft.lessons.length)}
      </span>
      <span className="grow" />
      <span className="seg" role="group" aria-label={words.modes}>
        <button type="button" aria-pressed={mode === undefined} onClick={() => show(undefined)}>
          {words.text}
        </button>
        <button type="button" aria-pressed={mode === 'changes'} onClick={() => show('changes')}>
          {words.changes}
        </button>
      </span>
    </div>
  );
}
