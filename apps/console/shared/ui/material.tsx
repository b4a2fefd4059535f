import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { ReactNode } from 'react';
import Markdown, { type Options } from 'react-markdown';
import { text } from '../text/text.js';

/** Tables and struck text, which the pages of learners show, too. */
const PLUGINS: Options['remarkPlugins'] = [
  function withTables() {
    Object.assign(this.data(), {
      micromarkExtensions: [gfmTable(), gfmStrikethrough({ singleTilde: false })],
      fromMarkdownExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
    });
  },
];

const COMPONENTS: Options['components'] = {
  // The page stays open: another part of it may be edited.
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  ),
  // The policy of the page loads nothing from elsewhere. Learners see the description of an image, too.
  img: ({ alt }) => <em>{alt}</em>,
  // The markers of a list, the bar of a quotation and the columns of a table begin on the side where their text begins.
  ul: ({ children }) => <ul dir="auto">{children}</ul>,
  ol: ({ start, children }) => (
    <ol dir="auto" start={start}>
      {children}
    </ol>
  ),
  blockquote: ({ children }) => <blockquote dir="auto">{children}</blockquote>,
  // A wide table scrolls by itself, also with the keyboard.
  table: ({ children }) => (
    <div className="wide" tabIndex={0} role="group" aria-label={text.common.table} dir="auto">
      <table>{children}</table>
    </div>
  ),
};

/** Markdown that an author or a model wrote, as learners see it: HTML in it is text. */
export function Material({ children }: { readonly children: string }): ReactNode {
  return (
    <div className="prose">
      <Markdown remarkPlugins={PLUGINS} components={COMPONENTS}>
        {children}
      </Markdown>
    </div>
  );
}
