import { describe, expect, it } from '@jest/globals';
import { gradeQuiz } from './grade-quiz.js';

const quiz = [0, 1, 2, 0, 1].map((answer) => ({ question: 'Q', options: ['a', 'b', 'c'], answer, rationale: 'R' }));

describe('the result of a quiz', () => {
  it.each([
    { answers: [0, 1, 2, 0, 1], correct: 5, passed: true },
    { answers: [0, 1, 2, 0, 0], correct: 4, passed: true },
    { answers: [0, 1, 2, 1, 0], correct: 3, passed: false },
    { answers: [0], correct: 1, passed: false },
    { answers: [], correct: 0, passed: false },
  ])('is $correct right answers, passed: $passed', ({ answers, correct, passed }) => {
    expect(gradeQuiz(quiz, answers, 80)).toMatchObject({ correct, passed });
  });

  it('needs every answer for a pass mark of 100 %', () => {
    expect(gradeQuiz(quiz, [0, 1, 2, 0, 0], 100).passed).toBe(false);
    expect(gradeQuiz(quiz, [0, 1, 2, 0, 1], 100).passed).toBe(true);
  });

  it('names the questions that are answered right', () => {
    expect(gradeQuiz(quiz, [0, 0, 2, 2, 1], 80).right).toEqual([true, false, true, false, true]);
  });

  it('is passed without questions', () => {
    expect(gradeQuiz([], [], 80)).toEqual({ right: [], correct: 0, passed: true });
  });
});
