import type { ReactNode } from 'react';
import { text } from '../../../shared/text/text.js';
import { Mark } from '../../../shared/ui/glyph.js';
import { TextField } from '../../../shared/ui/text-field.js';
import type { Draft } from '../draft-data.js';
import { EditForm, TextArea, linesOf, wordsOf } from './edit-form.js';
import { useSave } from './use-save.js';

type Question = Draft['quiz'][number];

/** The questions, each with its right answer. */
export function QuizPart({ draft }: { readonly draft: Draft }): ReactNode {
  const words = text.drafts.one;
  const save = useSave(draft);
  return (
    <EditForm
      save={save}
      onSave={(form) => save.save({ quiz: draft.quiz.map((_, index) => questionOf(form, index)) })}
      fields={draft.quiz.map((question, index) => (
        <fieldset key={index} className="stack">
          <legend>{words.question(index + 1)}</legend>
          <TextField
            label={words.question(index + 1)}
            name={`question-${index}`}
            defaultValue={question.question}
            required
          />
          <TextArea
            name={`options-${index}`}
            label={words.options}
            rows={question.options.length + 1}
            value={question.options.join('\n')}
          />
          <TextField
            label={words.right}
            name={`answer-${index}`}
            type="number"
            min={1}
            max={question.options.length}
            defaultValue={String(question.answer + 1)}
            required
          />
          <TextArea name={`rationale-${index}`} label={words.rationale} rows={2} value={question.rationale} />
        </fieldset>
      ))}
    >
      <h2>{words.quiz}</h2>
      <ol className="quiz">
        {draft.quiz.map(({ question, options, answer, rationale }, index) => (
          <li key={index}>
            <p className="medium">{question}</p>
            <ul>
              {options.map((option, at) => (
                <li key={option}>{at === answer ? <Mark shape="ready">{option}</Mark> : option}</li>
              ))}
            </ul>
            <p className="muted">{rationale}</p>
          </li>
        ))}
      </ol>
    </EditForm>
  );
}

function questionOf(form: FormData, index: number): Question {
  return {
    question: wordsOf(form, `question-${index}`),
    options: linesOf(form, `options-${index}`),
    answer: Number(form.get(`answer-${index}`)) - 1,
    rationale: wordsOf(form, `rationale-${index}`),
  };
}
