import { firstCharacters } from '#platform/text';
import { asMarkdown, lineAsMarkdown } from '../../drafts/as-markdown.js';
import type { Lesson } from '../../drafts/draft-content.js';
import type { BriefPassage } from '../draft-writer.js';

const MAX_CLAIM_LENGTH = 500;

/** A lesson that quotes what the company's documents say about the topic; each quotation is a claim with its source. */
export function documentsLesson(passages: readonly BriefPassage[], number: number): Lesson {
  const quotations = passages.map(({ source, text }) => `${quoted(text)}\n\n${lineAsMarkdown(source.text)}`);
  return {
    id: `lesson-${number}`,
    title: 'What our documents say',
    markdown: ['These passages are quoted from the documents of the company.', ...quotations].join('\n\n'),
    claims: passages.map(({ source, text }) => ({ text: firstSentence(text), source })),
  };
}

/** A line that makes the one before it a heading: "-----". */
const UNDERLINE = /^\s*(?=(?:-+|=+)\s*$)/;

/** As a block quotation, in which the marks of Markdown are text, but those of lists. */
function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${asMarkdown(line).replace(UNDERLINE, '$&\\')}`.trimEnd())
    .join('\n');
}

/** The mark of a list item, a heading or a quotation. */
const MARK = String.raw`[^\S\n]*(?:[-*+•>]|#{1,6}|(?:\d{1,3}|[a-z])[.)])[^\S\n]+`;
const MARKS = new RegExp(`^(?:${MARK})+`, 'i');
const NEXT_ITEM = new RegExp(`\n${MARK}`, 'i');
/** An abbreviation, as in "Max. 5 km/h", ends no sentence. */
const SENTENCE = /^.{10,}?[.!?](?= |$)/;

/** The first sentence of a passage, or its first list item, without the mark of the list. */
function firstSentence(text: string): string {
  const [item = ''] = text.replace(MARKS, '').split(NEXT_ITEM);
  const line = oneLine(item) || oneLine(text);
  return firstCharacters(SENTENCE.exec(line)?.[0] ?? line, MAX_CLAIM_LENGTH);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
