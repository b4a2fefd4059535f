import type { Question } from '#catalog';
import type { FormFields } from '#platform/http';
import { type Html, html } from '#platform/pages';
import type { QuizResult } from '../quiz/judge.js';

/** The name of the field with the answer to a question. */
const fieldOf = (index: number): string => `answer-${index}`;

/**
 * The chosen option of each question.
 * @returns `answers`: indexes from 0, and -1 where none was chosen; `missing`: those questions, from 0
 */
export function answersOf(
  form: FormFields,
  quiz: readonly Question[],
): { readonly answers: readonly number[]; readonly missing: readonly number[] } {
  const answers = quiz.map(({ options }, index) =>
    options.findIndex((_option, option) => form.get(fieldOf(index)) === String(option)),
  );
  return { answers, missing: answers.flatMap((answer, index) => (answer < 0 ? [index] : [])) };
}

/** The questions as a form; without questions, a button that says that the course was read. */
export function quizForm(quiz: readonly Question[], version: number, chosen: readonly number[]): Html {
  return html`<form method="post" action="?" class="quiz">
    <input type="hidden" name="version" value="${version}" />
    ${quiz.map(
      ({ question, options }, index) =>
        html`<fieldset>
          <legend><span class="number">Question ${index + 1} of ${quiz.length}</span> ${question}</legend>
          ${options.map(
            (option, optionIndex) =>
              html`<label>
                <input
                  type="radio"
                  name="${fieldOf(index)}"
                  value="${optionIndex}"
                  required
                  ${chosen[index] === optionIndex ? html`checked` : null}
                />
                <span>${option}</span>
              </label>`,
          )}
        </fieldset>`,
    )}
    <button type="submit">${quiz.length === 0 ? 'I have read this and understood it' : 'Check my answers'}</button>
  </form>`;
}

/**
 * Which questions were answered right, and why the right answers are. The right option of a wrong answer is not named:
 * it is to be found in the course.
 */
export function quizResult(quiz: readonly Question[], { right }: QuizResult): Html {
  return html`<ol class="result">
    ${quiz.map(({ question, rationale }, index) =>
      right[index] === true
        ? html`<li class="right">
            <p><strong>Right:</strong> ${question}</p>
            <p class="why">${rationale}</p>
          </li>`
        : html`<li class="wrong">
            <p><strong>Not right yet:</strong> ${question}</p>
          </li>`,
    )}
  </ol>`;
}
