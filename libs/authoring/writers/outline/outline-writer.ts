import { Injectable } from '@nestjs/common';
import type { Question } from '#catalog';
import { asMarkdown } from '../../drafts/as-markdown.js';
import type { DraftContent, Lesson } from '../../drafts/draft-content.js';
import { shortTitle, topicTitle } from '../topic-title.js';
import type { Brief, DraftWriter, WrittenStep } from '../draft-writer.js';
import { documentsLesson } from './documents-lesson.js';
import { familyOf } from './families.js';
import type { Family, FamilyLesson, FamilyQuestion } from './family.js';

export const OUTLINE_STEPS = ['brief', 'outline', 'lessons', 'quiz', 'checks'] as const;
type Step = (typeof OUTLINE_STEPS)[number];

/**
 * Writes an outline from what is known about a kind of topic: objectives, sections to fill in, claims that need a
 * source, and questions about what is certain. Uses no model and no network.
 */
@Injectable()
export class OutlineWriter implements DraftWriter {
  readonly kind = 'outline';
  readonly model = null;
  readonly steps = OUTLINE_STEPS;
  readonly estimatedTokens = 0;
  readonly leaseMs = 5_000;
  readonly concurrency = 1;

  lostTokens(): number {
    return 0;
  }

  requests(): [] {
    return [];
  }

  write(step: string, brief: Brief, written: DraftContent): Promise<WrittenStep> {
    if (!isStep(step)) throw new Error(`the outline writer has no step ${step}`);
    return Promise.resolve({ content: WRITE[step](brief, familyOf(brief), written), tokens: 0 });
  }
}

function isStep(step: string): step is Step {
  return OUTLINE_STEPS.some((name) => name === step);
}

type WriteStep = (brief: Brief, family: Family, written: DraftContent) => Partial<DraftContent>;

const WRITE: Readonly<Record<Step, WriteStep>> = {
  brief: ({ topic }, { audience, minutes }) => ({
    title: topicTitle(topic),
    audience: filled(audience, topic),
    estimatedMinutes: minutes,
    topics: [topic],
  }),
  outline: ({ topic, relatedCourses }, family) => ({
    summary: summaryOf(topic, family, relatedCourses),
    objectives: family.objectives.map((objective) => filled(objective, topic)),
  }),
  lessons: ({ topic, passages }, { lessons }) => ({
    lessons: [
      ...lessons.map((lesson, index) => lessonOf(lesson, index + 1, topic)),
      ...(passages.length === 0 ? [] : [documentsLesson(passages, lessons.length + 1)]),
    ],
  }),
  quiz: ({ topic }, { quiz }) => ({ quiz: quiz.map((question, index) => questionOf(question, index, topic)) }),
  checks: (_brief, _family, { lessons }) => {
    if (lessons.length === 0) throw new Error('the outline has no lessons');
    return {};
  },
};

function summaryOf(topic: string, { lessons, quiz }: Family, relatedCourses: readonly string[]): string {
  const related =
    relatedCourses.length === 0 ? '' : ` Related courses of the library: ${relatedCourses.slice(0, 3).join(', ')}.`;
  const titles = lessons.map(({ title }) => filled(title, topic)).join('; ');
  return `${lessons.length} lessons (${titles}) and ${quiz.length} questions.${related}`;
}

function lessonOf({ title, text, fillIn, claims }: FamilyLesson, number: number, topic: string): Lesson {
  const markdownTopic = asMarkdown(topic);
  const paragraphs = text.map((paragraph) => filled(paragraph, markdownTopic));
  const lines = fillIn.map((line) => `- ${filled(line, markdownTopic)}`).join('\n');
  return {
    id: `lesson-${number}`,
    title: shortTitle(filled(title, topic)),
    markdown: [...paragraphs, `### Fill in\n\n${lines}`].join('\n\n'),
    claims: claims.map((claim) => ({ text: filled(claim, topic), source: null })),
  };
}

/** The right option stands at another place in each question. */
function questionOf({ question, right, wrong, rationale }: FamilyQuestion, index: number, topic: string): Question {
  const answer = (index * 2 + 1) % (wrong.length + 1);
  const options = wrong.toSpliced(answer, 0, right).map((option) => filled(option, topic));
  return { question: filled(question, topic), options, answer, rationale: filled(rationale, topic) };
}

function filled(text: string, topic: string): string {
  // A function, because a topic is no pattern: `$&` is a part of it.
  return text.replaceAll('{topic}', () => topic);
}
