import { z } from 'zod';
import { MAX_SUMMARY_LENGTH, MAX_TITLE_LENGTH, type Question } from '#catalog';
import type { Lesson } from '../../drafts/draft-content.js';
import type { Brief } from '../draft-writer.js';
import { WritingFailed } from '../writing-errors.js';
import { cleanMarkdown, isQuicklyParsed } from './clean-markdown.js';
import { plainText } from './plain-text.js';
import { LESSONS, passageId } from './request.js';

/**
 * The schemas that providers get have types only: not every provider accepts lengths in them. Bounds are checked here,
 * within those of an edit (`draft.dto.ts`).
 */
export const OUTLINE_SCHEMA = z.object({
  title: z.string(),
  summary: z.string(),
  objectives: z.array(z.string()),
  audience: z.string(),
  estimatedMinutes: z.number(),
  lessons: z.array(z.object({ title: z.string(), covers: z.string() })),
});

export const LESSON_SCHEMA = z.object({
  markdown: z.string(),
  claims: z.array(z.object({ text: z.string(), passage: z.string().nullable() })),
});

export const QUIZ_SCHEMA = z.object({
  questions: z.array(
    z.object({ question: z.string(), options: z.array(z.string()), answer: z.number(), rationale: z.string() }),
  ),
});

/** Limits. Further items of a list are dropped; longer texts are refused. */
const LIST = { objectives: 10, claims: 12, questions: 10, options: 8 };
const LENGTH = {
  title: MAX_TITLE_LENGTH,
  summary: MAX_SUMMARY_LENGTH,
  line: 500,
  markdown: 20_000,
  question: 1_000,
  rationale: 2_000,
};
const MIN_QUESTIONS = 3;
const MINUTES = { fewest: 1, most: 600 };

interface Outline {
  readonly title: string;
  readonly summary: string;
  readonly objectives: readonly string[];
  readonly audience: string;
  readonly estimatedMinutes: number;
  /** Until a lesson is written, its text is what it will cover. */
  readonly lessons: readonly Lesson[];
}

/** @throws WritingFailed */
export function outlineOf(answer: z.infer<typeof OUTLINE_SCHEMA>): Outline {
  const lessons = answer.lessons.slice(0, LESSONS).map(({ title, covers }, index) => ({
    id: `lesson-${index + 1}`,
    title: line(title, 'the title of a lesson', LENGTH.title),
    markdown: line(covers, 'what a lesson covers', LENGTH.summary),
    claims: [],
  }));
  demand(lessons.length === LESSONS, `${LESSONS} lessons`);
  demand(answer.objectives.length > 0, 'an objective');
  const minutes = Math.round(answer.estimatedMinutes);
  return {
    title: line(answer.title, 'the title', LENGTH.title),
    summary: line(answer.summary, 'the summary', LENGTH.summary),
    objectives: answer.objectives.slice(0, LIST.objectives).map((text) => line(text, 'an objective', LENGTH.line)),
    audience: line(answer.audience, 'the audience', LENGTH.line),
    estimatedMinutes: Math.min(Math.max(minutes, MINUTES.fewest), MINUTES.most),
    lessons,
  };
}

/** @throws WritingFailed */
export function lessonOf(
  answer: z.infer<typeof LESSON_SCHEMA>,
  passages: Brief['passages'],
): Pick<Lesson, 'markdown' | 'claims'> {
  demand(answer.markdown.length <= LENGTH.markdown, `a lesson of at most ${LENGTH.markdown} characters`);
  demand(isQuicklyParsed(answer.markdown), 'a lesson in simple Markdown');
  const markdown = cleanMarkdown(answer.markdown);
  demand(markdown !== '' && markdown.length <= LENGTH.markdown, 'a lesson with a text');
  const sources = new Map(passages.map(({ source }, index) => [passageId(index), source]));
  const claims = answer.claims.slice(0, LIST.claims).map(({ text, passage }) => ({
    text: line(text, 'a claim', LENGTH.line),
    source: sources.get(passage ?? '') ?? null,
  }));
  return { markdown, claims };
}

/** @throws WritingFailed */
export function quizOf({ questions }: z.infer<typeof QUIZ_SCHEMA>): Question[] {
  demand(questions.length >= MIN_QUESTIONS, `at least ${MIN_QUESTIONS} questions`);
  const quiz = questions.slice(0, LIST.questions).map((asked) => {
    const options = asked.options.map((text) => line(text, 'an option', LENGTH.line));
    demand(options.length >= 2 && options.length <= LIST.options, `two to ${LIST.options} options`);
    demand(new Set(options).size === options.length, 'options that differ');
    demand(options[asked.answer] !== undefined, 'the index of an option as the answer');
    return {
      question: line(asked.question, 'a question', LENGTH.question),
      options,
      answer: asked.answer,
      rationale: line(asked.rationale, 'a rationale', LENGTH.rationale),
    };
  });
  return inOnePlace(quiz) ? quiz.map((asked, index) => (namesPlaces(asked) ? asked : moved(asked, index))) : quiz;
}

/** Whether the right options have the same place in all questions: learners would pass without reading the course. */
function inOnePlace(quiz: readonly Question[]): boolean {
  return new Set(quiz.map(({ answer }) => answer)).size === 1;
}

/** Texts that name an option by its place or its letter. */
const PLACES: readonly RegExp[] = [
  /\b(?:first|second|third|fourth|fifth|last|previous|former|latter) (?:option|answer|choice|statement|one)s?\b/i,
  /\b(?:option|answer|choice|statement)s? \(?(?:[a-h]|[1-8]|one|two|three|four|five)\b/i,
  /\b(?:above|below)\b/i,
  /\b[A-H] (?:is|are|and|or)\b|\([A-Ha-h]\)/,
];
const LABEL = /^\(?[A-Ha-h1-8][).:]\s/;

/** Whether a question would be wrong if its options changed their places: "The first option is right", "A) Stop". */
function namesPlaces({ question, options, rationale }: Question): boolean {
  return (
    options.some((option) => LABEL.test(option)) ||
    [question, rationale, ...options].some((text) => PLACES.some((place) => place.test(text)))
  );
}

/** The question with its right option in a place that depends on its number. */
function moved(asked: Question, index: number): Question {
  const { options, answer: before } = asked;
  const answer = (before + index) % options.length;
  const [right = '', other = ''] = [options[before], options[answer]];
  return { ...asked, options: options.with(before, other).with(answer, right), answer };
}

function line(text: string, what: string, longest: number): string {
  demand(text.length <= longest * 2, `${what} of at most ${longest} characters`);
  const plain = plainText(text);
  demand(plain !== '' && plain.length <= longest, `${what} of 1 to ${longest} characters`);
  return plain;
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new WritingFailed(`the answer of the model lacks ${what}`);
}
