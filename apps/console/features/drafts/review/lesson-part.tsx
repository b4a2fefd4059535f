import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { TextField } from '../../../shared/ui/text-field.js';
import type { Draft, Lesson } from '../draft-data.js';
import { ClaimsList } from './claims-list.js';
import { EditForm, TextArea, wordsOf } from '../../../shared/ui/edit-form.js';
import { Material } from '../../../shared/ui/material.js';
import { useEditing } from '../../../shared/ui/use-editing.js';
import { useSave } from './use-save.js';

/** A lesson as it reads, and its claims with their sources. */
export function LessonPart({ draft, lesson }: { readonly draft: Draft; readonly lesson: Lesson }): ReactNode {
  const words = text.drafts.one;
  const editing = useEditing({ draft, lesson }, textOf);
  const { base, shown } = editing;
  /** The fields' names in the API. */
  const field = `lessons.${base.draft.lessons.findIndex(({ id }) => id === lesson.id)}`;
  const save = useSave(base.draft);
  const claims = useSave(draft);
  return (
    <>
      <EditForm
        save={save}
        editing={editing}
        onSave={(form) => {
          const edited = {
            ...base.lesson,
            title: wordsOf(form, `${field}.title`),
            markdown: wordsOf(form, `${field}.markdown`),
          };
          save.save({ lessons: withLesson(base.draft, edited) }, { after: editing.end });
        }}
        fields={
          <>
            <TextField
              label={words.lessonTitle}
              name={`${field}.title`}
              defaultValue={shown.lesson.title}
              required
              maxLength={200}
            />
            <TextArea name={`${field}.markdown`} label={words.markdown} rows={20} value={shown.lesson.markdown} />
          </>
        }
      >
        <h2>{lesson.title}</h2>
        <Material>{lesson.markdown}</Material>
      </EditForm>
      <ClaimsList
        draft={draft}
        lesson={lesson}
        save={claims}
        onChange={(changed, said) =>
          claims.save(
            { lessons: withLesson(draft, { ...lesson, claims: changed }) },
            { said, undo: { lessons: draft.lessons } },
          )
        }
      />
    </>
  );
}

function textOf({ lesson: { title, markdown } }: { readonly lesson: Lesson }): object {
  return { title, markdown };
}

/** All lessons of a draft, one of them changed. */
function withLesson({ lessons }: Draft, changed: Lesson): Lesson[] {
  return lessons.map((one) => (one.id === changed.id ? changed : one));
}
