import { type Html, html } from '#platform/pages';
import type { Question } from './quiz.js';

/** The name of the form's field with the answer to a question. */
export const answerField = (index: number): string => `answer-${index}`;

/**
 * The questions of a quiz as fields of a form, and the button that sends it; without questions, a button that says that
 * the course was read.
 * @param chosen the index of the option of each question that is chosen when the page opens; -1: none
 * @param canBeSent false: the button is disabled, as in a preview, or until a script enables it
 */
export function quizFields(
  quiz: readonly Question[],
  chosen: readonly number[] = [],
  { canBeSent = true }: { readonly canBeSent?: boolean } = {},
): Html {
  return html`${quiz.map(
      ({ question, options }, index) =>
        html`<fieldset dir="auto">
          <legend><span class="number" dir="ltr">Question ${index + 1} of ${quiz.length}</span> ${question}</legend>
          ${options.map(
            (option, optionIndex) =>
              html`<label>
                <input
                  type="radio"
                  name="${answerField(index)}"
                  value="${optionIndex}"
                  required
                  ${chosen[index] === optionIndex ? html`checked` : null}
                />
                <span>${option}</span>
              </label>`,
          )}
        </fieldset>`,
    )}
    <button type="submit" ${canBeSent ? null : html`disabled`}>
      ${quiz.length === 0 ? 'I have read this and understood it' : 'Check my answers'}
    </button>`;
}
