import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { text } from '../text/text.js';
import { TextArea, linesOf, wordsOf } from './edit-form.js';
import { Mark } from './glyph.js';
import { TextField } from './text-field.js';

type Question = Schemas['QuestionBody'];

/** As many answers as the engine takes. */
const MAX_OPTIONS = 8;

/** The questions, each with its right answer. */
export function QuizList({ questions }: { readonly questions: readonly Question[] }): ReactNode {
  return (
    <ol className="quiz">
      {questions.map(({ question, options, answer, rationale }, index) => (
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
  );
}

/** Fields of a form for each question; {@link questionsOf} reads them. */
export function QuizFields({
  questions,
  canBeBlank = false,
}: {
  readonly questions: readonly Question[];
  /** True: a question may be blank, and is not saved then. */
  readonly canBeBlank?: boolean;
}): ReactNode {
  const words = text.common.quiz;
  return questions.map((question, index) => (
    <fieldset key={index} className="stack">
      <legend>{words.question(index + 1)}</legend>
      <TextField
        label={words.question(index + 1)}
        name={`question-${index}`}
        defaultValue={question.question}
        required={!canBeBlank}
      />
      <TextArea
        name={`options-${index}`}
        label={words.options}
        rows={question.options.length + 1}
        value={question.options.join('\n')}
        required={!canBeBlank}
      />
      <TextField
        label={words.right}
        name={`answer-${index}`}
        type="number"
        min={1}
        max={MAX_OPTIONS}
        defaultValue={String(question.answer + 1)}
        required
      />
      <TextArea
        name={`rationale-${index}`}
        label={words.rationale}
        rows={2}
        value={question.rationale}
        required={!canBeBlank}
      />
    </fieldset>
  ));
}

/** What was entered into {@link QuizFields}. */
export function questionsOf(form: FormData, count: number): Question[] {
  return Array.from({ length: count }, (_, index) => ({
    question: wordsOf(form, `question-${index}`),
    options: linesOf(form, `options-${index}`),
    answer: Number(form.get(`answer-${index}`)) - 1,
    rationale: wordsOf(form, `rationale-${index}`),
  }));
}
