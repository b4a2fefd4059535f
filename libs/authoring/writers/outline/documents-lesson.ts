import { startOf } from '#platform/text';
import type { Lesson } from '../../drafts/draft-content.js';
import type { BriefPassage } from '../draft-writer.js';

const LONGEST_CLAIM = 500;

/** A lesson that quotes what the company's documents say about the topic; each quotation is a claim with its source. */
export function documentsLesson(passages: readonly BriefPassage[], number: number): Lesson {
  const quotations = passages.map(({ source, text }) => `${quoted(text)}\n\n${plain(source.text)}`);
  return {
    id: `lesson-${number}`,
    title: 'What our documents say',
    markdown: ['These passages are quoted from the documents of the company.', ...quotations].join('\n\n'),
    claims: passages.map(({ source, text }) => ({ text: firstSentence(text), source })),
  };
}

/** As a block quotation, in which the marks of Markdown are text. */
function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${plain(line)}`.trimEnd())
    .join('\n');
}

function plain(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>()#+!|~]/g, String.raw`\$&`);
}

function firstSentence(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const end = /[.!?](?= |$)/.exec(line)?.index ?? line.length;
  return startOf(line, Math.min(end + 1, LONGEST_CLAIM));
}
