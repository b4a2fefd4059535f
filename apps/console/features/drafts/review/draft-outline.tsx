import { Link } from '@tanstack/react-router';
import { Check, Info, ListChecks } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { Glyph } from '../../../shared/ui/glyph.js';
import type { Draft } from '../draft-data.js';

/** The parts of a draft, each with what is open in it. */
export function DraftOutline({ draft, part }: { readonly draft: Draft; readonly part: string }): ReactNode {
  const words = text.drafts.one;
  const { id, lessons, quiz, needs, people, estimatedMinutes } = draft;
  const link = (to: string, label: string, open: number, icon: ReactNode): ReactNode => (
    <Link
      key={to}
      to="/drafts/$draft"
      params={{ draft: id }}
      search={(before) => ({ ...before, part: to === 'about' ? undefined : to })}
      activeOptions={{ exact: true, explicitUndefined: true }}
      aria-current={part === to ? 'page' : undefined}
    >
      {open > 0 ? <Glyph shape="blocking" /> : icon}
      <span className="trunc">{label}</span>
      <span className="faint num">{open > 0 ? open : ''}</span>
    </Link>
  );
  return (
    <nav className="draft-parts" aria-label={words.body(draft.title)}>
      <p className="muted">
        {words.answers(needs, people)} {words.minutes(estimatedMinutes)}
      </p>
      {link('about', words.about, 0, <Info className="i s" aria-hidden="true" />)}
      {lessons.map((lesson, index) =>
        link(
          lesson.id,
          `${index + 1}. ${lesson.title}`,
          lesson.claims.filter(({ source }) => source === null).length,
          <Check className="i s" aria-hidden="true" />,
        ),
      )}
      {quiz.length > 0 && link('quiz', words.quiz, 0, <ListChecks className="i s" aria-hidden="true" />)}
    </nav>
  );
}
