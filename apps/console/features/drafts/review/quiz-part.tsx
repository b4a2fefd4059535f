import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { EditForm } from '../../../shared/ui/edit-form.js';
import { QuizFields, QuizList, questionsOf } from '../../../shared/ui/quiz.js';
import type { Draft } from '../draft-data.js';
import { useSave } from './use-save.js';

/** The questions, each with its right answer. */
export function QuizPart({ draft }: { readonly draft: Draft }): ReactNode {
  const save = useSave(draft);
  return (
    <EditForm
      save={save}
      onSave={(form) => save.save({ quiz: questionsOf(form, draft.quiz.length) })}
      fields={<QuizFields questions={draft.quiz} />}
    >
      <h2>{text.drafts.one.quiz}</h2>
      <QuizList questions={draft.quiz} />
    </EditForm>
  );
}
