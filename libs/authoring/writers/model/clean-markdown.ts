import type { Node, Nodes, Parent, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';
import { visibleText, withoutAddresses } from './plain-text.js';

/** The first and second level are the course's and the lesson's. */
const MIN_HEADING_DEPTH = 3;

/** Runs of marks of emphasis in one block. Blocks are separated by blank lines. */
const MAX_MARKS = 500;
/** More quotes and lists than that, one inside of the other, on one line, which is no rule: "- - - - - - - - -". */
const NESTED = /^(?!(?:[*\t ]+|[-\t ]+)$)[ \t]*(?:(?:>|(?:[*+-]|\d{1,9}[.)])[ \t])[ \t]*){9}/m;

/**
 * Whether a text can be parsed in a short time. The time grows with the square of emphasis in a block and of quotes and
 * lists inside each other: 20,000 characters took up to 50 s, or more than the stack.
 */
export function isQuicklyParsed(markdown: string): boolean {
  const text = visibleText(markdown);
  return (
    !NESTED.test(text) && text.split(/\n[ \t]*\n/).every((block) => (block.match(/[*_~]+/g) ?? []).length <= MAX_MARKS)
  );
}

/**
 * The Markdown of an answer without HTML, links, images and footnotes. The text of a link stays; an address does not.
 */
export function cleanMarkdown(markdown: string): string {
  const root = fromMarkdown(visibleText(markdown), { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const clean: Root = { type: 'root', children: cleaned(root.children) };
  return toMarkdown(clean, { extensions: [gfmToMarkdown()], bullet: '-', rule: '-' }).trim();
}

function cleaned<Child extends Nodes>(nodes: readonly Child[]): Child[] {
  // A node is replaced by itself, or by children that may stand in its place.
  return nodes.flatMap((node) => cleanedNode(node)) as Child[];
}

/** Removes what is not allowed. A node of any other type is kept, and its children are cleaned. */
function cleanedNode(node: Nodes): Nodes[] {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- the default keeps the rest
  switch (node.type) {
    case 'html':
    case 'definition':
    case 'image':
    case 'imageReference':
    case 'footnoteDefinition':
    case 'footnoteReference':
    case 'yaml':
      return [];
    case 'link':
    case 'linkReference':
      return cleaned(node.children);
    case 'text':
    case 'code':
    case 'inlineCode':
      return [{ ...node, value: withoutAddresses(node.value) }];
    case 'heading':
      return [
        {
          ...node,
          depth: node.depth < MIN_HEADING_DEPTH ? MIN_HEADING_DEPTH : node.depth,
          children: trimmed(cleaned(node.children)),
        },
      ];
    case 'paragraph':
      return [{ ...node, children: trimmed(cleaned(node.children)) }];
    default:
      return isParent(node) ? [{ ...node, children: cleaned(node.children as RootContent[]) } as Nodes] : [node];
  }
}

/** Texts that have become neighbours are joined; blanks at both ends would be written as `&#x20;`. */
function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      joined.splice(-1, 1, { type: 'text', value: last.value + node.value });
    else joined.push(node);
  }
  return joined.map((node, index) => {
    if (node.type !== 'text') return node;
    const value = index === 0 ? node.value.trimStart() : node.value;
    return { type: 'text', value: index === joined.length - 1 ? value.trimEnd() : value };
  });
}

function isParent(node: Node): node is Parent {
  return 'children' in node;
}
