import type { Course } from '#catalog';
import type { AssignmentView } from '#needs';
import { type Html, type Page, html, materialOf } from '#platform/pages';
import { isDay } from '#platform/text';
import { type QuizResult, gradeQuiz } from '../quiz/grade-quiz.js';
import { readVersion } from '../quiz/read-version.js';
import type { QuizAttempt } from '../quiz/quiz-attempt.entity.js';
import { learnerPage } from './learner-page.js';
import { quizForm, quizPreview, quizResult } from './quiz-form.js';

/** What a learner reads of a course. */
export type ReadCourse = Pick<Course, 'title' | 'quiz' | 'passMark' | 'version'> &
  Partial<Pick<Course, 'summary' | 'content' | 'estimatedMinutes' | 'launchUrl'>>;

interface CoursePage {
  /** Null: a preview, which nobody takes. */
  readonly assignment: AssignmentView | null;
  readonly course: ReadCourse;
  /** IANA. */
  readonly timeZone: string;
  /** The attempt whose result is shown; null: none. */
  readonly attempt?: QuizAttempt | null;
  /** The options that are chosen when the page opens. */
  readonly chosen?: readonly number[];
  /** Why the form was not accepted. */
  readonly notice?: string;
  /** HTTP status; default: 200. */
  readonly status?: number;
}

/** The course with its quiz, as the worker reads it. */
export async function coursePage(page: CoursePage): Promise<Page> {
  const { assignment, course, timeZone, attempt = null, notice, status } = page;
  const result = attempt === null || isPast(assignment, attempt) ? null : resultOf(course, attempt);
  const state = stateOf(page, result);
  const material = course.content ? await materialOf(course.content) : null;
  return learnerPage(
    course.title,
    html`<header>
        <p class="for">
          ${assignment === null ? 'Preview of a draft, as a learner sees it' : `Training for ${assignment.worker.name}`}
        </p>
        <h1>${course.title}</h1>
        <p class="due">${assignment?.completedAt === null ? `Due ${dateOf(assignment.dueAt, timeZone)}` : null}</p>
        ${notice === undefined ? null : html`<p class="notice" role="alert">${notice}</p>`} ${state}
        ${result === null ? null : quizResult(course.quiz, result)}
        ${course.summary ? html`<p class="summary">${course.summary}</p>` : null}
        ${course.estimatedMinutes ? html`<p>It takes about ${minutesText(course.estimatedMinutes)}.</p>` : null}
      </header>
      ${material === null ? null : html`<article>${material}</article>`} ${endOf(page)}`,
    status,
  );
}

/** A failed attempt, to whose page a browser goes back, says nothing about a course that was completed later. */
function isPast(assignment: AssignmentView | null, { passed }: QuizAttempt): boolean {
  return !passed && assignment !== null && assignment.completedAt !== null;
}

/** An attempt at an earlier version of the course or its quiz has no result to show. */
function resultOf(
  course: ReadCourse,
  { answers, courseVersion, readVersion: answered }: QuizAttempt,
): QuizResult | null {
  const isSame = typeof answered === 'number' ? answered === readVersion(course) : courseVersion === course.version;
  return isSame && course.quiz.length > 0 ? gradeQuiz(course.quiz, answers, course.passMark) : null;
}

function stateOf({ assignment, course, timeZone }: CoursePage, result: QuizResult | null): Html | null {
  if (assignment !== null && assignment.completedAt !== null)
    return html`<p class="done" role="status">
      <strong>Completed on ${dateOf(assignment.completedAt, timeZone)}.</strong>
      ${result === null ? null : scoreOf(course, result)} You can close this page.
    </p>`;
  if (result === null) return null;
  return html`<p class="notice" role="status">
    <strong>Not passed yet.</strong> ${scoreOf(course, result)} You need ${course.passMark} %. Read the course again,
    and answer again below.
  </p>`;
}

function scoreOf({ quiz }: ReadCourse, { correct }: QuizResult): string {
  return `${correct} of ${quiz.length} answers are right (${Math.floor((correct * 100) / quiz.length)} %).`;
}

function minutesText(minutes: number): string {
  return minutes === 1 ? 'a minute' : `${minutes} minutes`;
}

/** Whether a learner can complete a course on its page: it is taken there, and has something to read or to answer. */
export function isTakenHere({ quiz, content, launchUrl }: ReadCourse): boolean {
  return (launchUrl ?? null) === null && (quiz.length > 0 || Boolean(content));
}

/** What remains to be done. */
function endOf({ assignment, course, chosen = [] }: CoursePage): Html | null {
  const { quiz } = course;
  const launchUrl = course.launchUrl ?? null;
  if (launchUrl !== null)
    return html`<section aria-label="Open the course">
      <p>
        <a class="button" href="${launchUrl}" rel="noopener noreferrer">Open the course</a>
      </p>
      <p>It is taken on another site, which reports when you have completed it.</p>
    </section>`;
  if (assignment !== null && assignment.completedAt !== null) return null;
  if (!isTakenHere(course))
    return assignment === null
      ? html`<p class="notice">Nothing is written yet.</p>`
      : html`<p class="notice">This course has no material yet. Ask the person who sent you the link.</p>`;
  const form = assignment === null ? quizPreview(quiz) : quizForm(quiz, readVersion(course), chosen);
  return quiz.length === 0
    ? html`<section aria-label="Confirm">${form}</section>`
    : html`<section aria-labelledby="quiz">
        <h2 id="quiz">Check what you have learned</h2>
        <p>
          ${quiz.length === 1 ? 'Answer the question.' : `Answer all ${quiz.length} questions. You pass with ${course.passMark} % right answers.`}
        </p>
        ${form}
      </section>`;
}

/** @param date a day, or an instant (ISO 8601) */
function dateOf(date: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: isDay(date) ? 'UTC' : timeZone }).format(
    new Date(date),
  );
}
