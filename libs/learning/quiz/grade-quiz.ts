import type { Question } from '#catalog';

export interface QuizResult {
  /** Whether the answer to each question is right. */
  readonly right: readonly boolean[];
  readonly correct: number;
  readonly passed: boolean;
}

/**
 * Grades the answers of a quiz. A quiz without questions is passed.
 * @param answers the index of the chosen option of each question, from 0
 * @param passMark percent of the questions
 */
export function gradeQuiz(quiz: readonly Question[], answers: readonly number[], passMark: number): QuizResult {
  const right = quiz.map(({ answer }, index) => answers[index] === answer);
  const correct = right.filter(Boolean).length;
  return { right, correct, passed: correct * 100 >= passMark * quiz.length };
}
