import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { TextField } from '../../../shared/ui/text-field.js';
import type { Draft } from '../draft-data.js';
import { EditForm, TextArea, linesOf, wordsOf } from '../../../shared/ui/edit-form.js';
import { useEditing } from '../../../shared/ui/use-editing.js';
import { useSave } from './use-save.js';

/** Title, summary, objectives and audience. */
export function AboutPart({ draft }: { readonly draft: Draft }): ReactNode {
  const words = text.drafts.one;
  const editing = useEditing(draft, fieldsOf);
  const save = useSave(editing.base);
  const { title, summary, objectives, audience, estimatedMinutes } = editing.shown;
  return (
    <EditForm
      save={save}
      editing={editing}
      onSave={(form) =>
        save.save(
          {
            title: wordsOf(form, 'title'),
            summary: wordsOf(form, 'summary'),
            objectives: linesOf(form, 'objectives'),
            audience: wordsOf(form, 'audience'),
            estimatedMinutes: Number(form.get('estimatedMinutes')),
          },
          { after: editing.end },
        )
      }
      fields={
        <>
          <TextField label={words.lessonTitle} name="title" defaultValue={title} required maxLength={200} />
          <TextArea name="summary" label={words.summary} rows={4} value={summary} />
          <TextArea
            name="objectives"
            label={words.objectives}
            help={words.objectivesHelp}
            rows={6}
            value={objectives.join('\n')}
          />
          <TextField label={words.audience} name="audience" defaultValue={audience} required maxLength={500} />
          <TextField
            label={words.estimated}
            name="estimatedMinutes"
            type="number"
            min={1}
            max={10_000}
            defaultValue={String(estimatedMinutes)}
            required
          />
        </>
      }
    >
      <h2>{title === '' ? draft.topic : title}</h2>
      <div className="prose">
        <p>{summary === '' ? words.empty : summary}</p>
        <h3>{words.objectives}</h3>
        <ul dir="auto">
          {objectives.map((objective) => (
            <li key={objective}>{objective}</li>
          ))}
        </ul>
        <h3>{words.audience}</h3>
        <p>{audience}</p>
      </div>
    </EditForm>
  );
}

function fieldsOf({ title, summary, objectives, audience, estimatedMinutes }: Draft): object {
  return { title, summary, objectives, audience, estimatedMinutes };
}
