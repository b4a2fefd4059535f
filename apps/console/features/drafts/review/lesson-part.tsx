import type { ReactNode } from 'react';
import Markdown from 'react-markdown';
import { text } from '../../../shared/text/text.js';
import { TextField } from '../../../shared/ui/text-field.js';
import type { Draft, Lesson } from '../draft-data.js';
import { ClaimsList } from './claims-list.js';
import { EditForm, TextArea, wordsOf } from '../../../shared/ui/edit-form.js';
import { useSave } from './use-save.js';

/** A lesson as it reads, and its claims with their sources. */
export function LessonPart({ draft, lesson }: { readonly draft: Draft; readonly lesson: Lesson }): ReactNode {
  const words = text.drafts.one;
  const save = useSave(draft);
  const change = (changed: Lesson): readonly Lesson[] =>
    draft.lessons.map((one) => (one.id === lesson.id ? changed : one));
  return (
    <>
      <EditForm
        save={save}
        onSave={(form) =>
          save.save({
            lessons: [...change({ ...lesson, title: wordsOf(form, 'title'), markdown: wordsOf(form, 'markdown') })],
          })
        }
        fields={
          <>
            <TextField label={words.lessonTitle} name="title" defaultValue={lesson.title} required maxLength={200} />
            <TextArea name="markdown" label={words.markdown} rows={20} value={lesson.markdown} />
          </>
        }
      >
        <h2>{lesson.title}</h2>
        <div className="prose">
          <Markdown skipHtml>{lesson.markdown}</Markdown>
        </div>
      </EditForm>
      <ClaimsList
        draft={draft}
        lesson={lesson}
        save={save}
        onChange={(claims, said) => save.save({ lessons: [...change({ ...lesson, claims })] }, { said })}
      />
    </>
  );
}
