import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, Length, Max, Min } from 'class-validator';
import { Invalid } from '#platform/errors';
import { Text } from '#platform/text';

/** A question of a quiz, with one right option. */
export interface Question {
  readonly question: string;
  readonly options: readonly string[];
  /** Index of the right option, from 0. */
  readonly answer: number;
  /** Why it is right. */
  readonly rationale: string;
}

export class QuestionView {
  /** Text of the question. */
  question: string;
  /** Answers to choose from, in order. */
  options: string[];
  /** Index of the right option, from 0. */
  answer: number;
  /** Why it is right. */
  rationale: string;
}

export class QuestionBody {
  /** Text of the question. */
  @Text()
  @Length(1, 1_000)
  question: string;

  /** Answers to choose from, in order. */
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(8)
  @Text({ each: true })
  @Length(1, 500, { each: true })
  options: string[];

  /** Index of the right option, from 0. */
  @IsInt()
  @Min(0)
  @Max(7)
  answer: number;

  /** Why it is right. */
  @Text()
  @Length(1, 2_000)
  rationale: string;
}

/**
 * The questions of a body.
 * @throws Invalid if the answer of a question is none of its options, or two options are the same: a learner cannot
 * tell which of them is right
 */
export function readQuiz(quiz: readonly QuestionBody[]): Question[] {
  const wrong = quiz.flatMap(({ answer, options }, index) => [
    ...(answer < options.length
      ? []
      : [{ field: `quiz.${index}.answer`, message: 'must be the index of an option, from 0' }]),
    ...(new Set(options).size === options.length
      ? []
      : [{ field: `quiz.${index}.options`, message: 'must differ from each other' }]),
  ]);
  if (wrong.length > 0) throw new Invalid(wrong);
  return quiz.map(({ question, options, answer, rationale }) => ({ question, options, answer, rationale }));
}

/** The JSON of a quiz has its own arrays. */
export function questionView({ question, options, answer, rationale }: Question): QuestionView {
  return { question, options: [...options], answer, rationale };
}
