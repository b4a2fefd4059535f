import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { EditForm } from '../../../shared/ui/edit-form.js';
import { QuizFields, QuizList, questionsOf } from '../../../shared/ui/quiz.js';
import { useEditing } from '../../../shared/ui/use-editing.js';
import type { Draft } from '../draft-data.js';
import { useSave } from './use-save.js';

/** The questions, each with its right answer. */
export function QuizPart({ draft }: { readonly draft: Draft }): ReactNode {
  const editing = useEditing(draft, ({ quiz }) => quiz);
  const save = useSave(editing.base);
  const { quiz } = editing.shown;
  return (
    <EditForm
      save={save}
      editing={editing}
      onSave={(form) => save.save({ quiz: questionsOf(form, quiz.length) }, { after: editing.end })}
      fields={<QuizFields questions={quiz} />}
    >
      <h2>{text.drafts.one.quiz}</h2>
      <QuizList questions={quiz} />
    </EditForm>
  );
}
