import type { ReactNode } from 'react';
import type { Schemas } from '#client';
import { text } from '../text/text.js';
import { TextArea, linesOf, wordsOf } from './edit-form.js';
import { type FieldErrors, useFieldProblem } from './field-problems.js';
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
        name={`quiz.${index}.question`}
        defaultValue={question.question}
        required={!canBeBlank}
      />
      <TextArea
        name={`quiz.${index}.options`}
        label={words.options}
        rows={question.options.length + 1}
        value={question.options.join('\n')}
        required={!canBeBlank}
      />
      <AnswerField name={`quiz.${index}.answer`} answer={question.answer} />
      <TextArea
        name={`quiz.${index}.rationale`}
        label={words.rationale}
        rows={2}
        value={question.rationale}
        required={!canBeBlank}
      />
    </fieldset>
  ));
}

/** Which answer is right. The API counts them from 0. */
function AnswerField({ name, answer }: { readonly name: string; readonly answer: number }): ReactNode {
  const words = text.common.quiz;
  const isRefused = useFieldProblem(name) !== null;
  return (
    <TextField
      label={words.right}
      name={name}
      type="number"
      min={1}
      max={MAX_OPTIONS}
      defaultValue={String(answer + 1)}
      required
      error={isRefused ? words.noAnswer : null}
    />
  );
}

/**
 * The errors of questions by the places of their fields.
 * @param places where each question that was sent is among the fields
 */
export function errorsAt(errors: FieldErrors, places: readonly number[]): FieldErrors {
  return new Map(
    [...errors].map(([field, message]) => [
      field.replace(/^quiz\.(\d+)/, (_, sent: string) => `quiz.${places[Number(sent)] ?? sent}`),
      message,
    ]),
  );
}

/** What was entered into {@link QuizFields}. */
export function questionsOf(form: FormData, count: number): Question[] {
  return Array.from({ length: count }, (_, index) => ({
    question: wordsOf(form, `quiz.${index}.question`),
    options: linesOf(form, `quiz.${index}.options`),
    answer: Number(form.get(`quiz.${index}.answer`)) - 1,
    rationale: wordsOf(form, `quiz.${index}.rationale`),
  }));
}
