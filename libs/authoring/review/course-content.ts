import { withClosedFence } from '#platform/pages';
import { asMarkdown, lineAsMarkdown } from '../drafts/as-markdown.js';
import { type DraftContent, type Lesson, sourceText } from '../drafts/draft-content.js';

/** The lessons as one Markdown text, each with the sources of its claims: the content of the published course. */
export function courseContent({ objectives, lessons }: Pick<DraftContent, 'objectives' | 'lessons'>): string {
  const goals = objectives.map((objective) => `- ${lineAsMarkdown(objective)}`).join('\n');
  return [`## Objectives\n\n${goals}`, ...lessons.map(lessonText)].join('\n\n');
}

function lessonText({ title, markdown, claims }: Lesson): string {
  const sources = claims.flatMap(({ text, source }) =>
    source === null ? [] : [`- ${lineAsMarkdown(text)} (${asMarkdown(sourceText(source))})`],
  );
  // A page shows a text with a long block as it is (`materialOf`): with blank lines each source is a block.
  const cited = sources.length === 0 ? '' : `\n\n**Sources**\n\n${sources.join('\n\n')}`;
  return `## ${asMarkdown(title)}\n\n${withClosedFence(markdown.trim())}${cited}`;
}
