import { type Question, answerField, quizFields } from '#catalog';
import type { FormFields } from '#platform/http';
import { type Html, html } from '#platform/pages';
import type { QuizResult } from '../quiz/grade-quiz.js';

/**
 * The chosen option of each question.
 * @returns `answers`: indexes from 0, and -1 where none was chosen; `missing`: those questions, from 0
 */
export function answersOf(
  form: FormFields,
  quiz: readonly Question[],
): { readonly answers: readonly number[]; readonly missing: readonly number[] } {
  const answers = quiz.map(({ options }, index) =>
    options.findIndex((_option, option) => form.get(answerField(index)) === String(option)),
  );
  return { answers, missing: answers.flatMap((answer, index) => (answer < 0 ? [index] : [])) };
}

/** The quiz as a learner sees it, in a form that cannot be sent. */
export function quizPreview(quiz: readonly Question[]): Html {
  return html`<form class="quiz">${quizFields(quiz, [], { canBeSent: false })}</form>
    <p class="notice">This is a preview: answers are neither graded nor recorded.</p>`;
}

/** The quiz as a form. @param version identifies what the learner reads */
export function quizForm(quiz: readonly Question[], version: number, chosen: readonly number[]): Html {
  return html`<form method="post" action="?" class="quiz">
    <input type="hidden" name="version" value="${version}" />
    ${quizFields(quiz, chosen)}
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
