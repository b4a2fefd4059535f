import { truncate } from '#platform/text';
import type { DraftContent, Lesson } from '../drafts/draft-content.js';
import type { DraftCheckView } from '../drafts/draft.view.js';
import { isAnswerable, taughtWords } from './answerable.js';
import { readingGrade } from './reading-level.js';
import { domainsOf, unsafeInstructions } from './safety.js';

/** Years of schooling: a text for everybody at work should take fewer. */
const MAX_GRADE = 10;
/** The most characters of a sentence that a check quotes. */
const QUOTED = 200;

type Finding = Omit<DraftCheckView, 'lessonId' | 'question'> & Partial<Pick<DraftCheckView, 'lessonId' | 'question'>>;

/** What a reviewer should look at in a draft. Only claims without a source block its approval. */
export function checkContent(content: DraftContent): DraftCheckView[] {
  const { lessons } = content;
  const findings: Finding[] = [
    ...lessons.flatMap(checkLesson),
    ...checkQuiz(content),
    ...domainsIn(content).map((domain): Finding => ({
      check: 'safety_domain',
      level: 'warns',
      text: `It is about ${domain}, where a wrong instruction can kill: somebody who is competent in it should review every step`,
    })),
  ];
  return findings.map((finding) => ({ lessonId: null, question: null, ...finding }));
}

function checkLesson({ id: lessonId, title, markdown, claims }: Lesson): Finding[] {
  const found: Finding[] = [];
  const unsourced = claims.filter(({ source }) => source === null).length;
  if (unsourced > 0)
    found.push({
      check: 'missing_source',
      level: 'blocks',
      lessonId,
      text: `"${title}" has ${unsourced === 1 ? 'a claim' : `${unsourced} claims`} without a source: give one for each, or remove the claim`,
    });
  const toFillIn = linesToFillIn(markdown);
  if (toFillIn > 0)
    found.push({
      check: 'to_fill_in',
      level: 'warns',
      lessonId,
      text: `"${title}" has ${toFillIn === 1 ? 'a line' : `${toFillIn} lines`} to fill in`,
    });
  const grade = readingGrade(markdown);
  if (grade !== null && grade > MAX_GRADE)
    found.push({
      check: 'reading_level',
      level: 'warns',
      lessonId,
      text: `"${title}" takes ${Math.round(grade)} years of schooling to read (Flesch-Kincaid, for English); shorter sentences and words bring it to ${MAX_GRADE} or fewer`,
    });
  for (const { domain, sentence } of unsafeInstructions(markdown))
    found.push({
      check: 'unsafe_instruction',
      level: 'warns',
      lessonId,
      text: `May be unsafe (${domain}): "${truncate(sentence, QUOTED)}"`,
    });
  return found;
}

/** List items below a heading "Fill in". */
function linesToFillIn(markdown: string): number {
  let isBelow = false;
  let count = 0;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('#')) isBelow = /^#+\s*fill in\b/i.test(line);
    else if (isBelow && /^\s*[-*+]\s/.test(line)) count += 1;
  }
  return count;
}

function checkQuiz({ lessons, quiz }: DraftContent): Finding[] {
  const taught = taughtWords(
    lessons.map(({ title, markdown, claims }) => [title, markdown, ...claims.map(({ text }) => text)].join('\n')),
  );
  return quiz.flatMap((question, index): Finding[] => {
    const found: Finding[] = [];
    if (!isAnswerable(question, taught))
      found.push({
        check: 'not_answerable',
        level: 'warns',
        question: index,
        text: `The lessons do not seem to give the answer to "${truncate(question.question, QUOTED)}"`,
      });
    const right = question.options[question.answer] ?? '';
    for (const { domain } of unsafeInstructions(right))
      found.push({
        check: 'unsafe_instruction',
        level: 'warns',
        question: index,
        text: `The right answer may be unsafe (${domain}): "${truncate(right, QUOTED)}"`,
      });
    return found;
  });
}

/** By the title, the topics and the objectives of the draft, and not by every word of its lessons. */
function domainsIn({ title, topics, objectives }: DraftContent): string[] {
  return domainsOf([title, ...topics, ...objectives].join('\n'));
}
