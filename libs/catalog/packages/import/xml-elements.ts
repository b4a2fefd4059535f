import { SaxesParser, type SaxesTagNS } from 'saxes';
import { mustYield, yieldToEventLoop } from '#platform/lifecycle';
import { messageOf } from '#platform/thrown';
import { truncate } from '#platform/text';
import { UnreadablePackage } from './package-refused.js';

const MAX_DEPTH = 64;
const MAX_ELEMENTS = 50_000;
/** Of the text of an element. */
const MAX_TEXT_LENGTH = 10_000;
/** Names are part of the paths of all elements inside. */
const MAX_NAME_LENGTH = 100;
/** Of an element: those of one are read at once, without yielding to the event loop. */
const MAX_ATTRIBUTES = 200;
const CHUNK = 8_192;

/** An element that ends. Names are without prefixes. */
export interface XmlElement {
  /** The namespace; empty: none. */
  readonly uri: string;
  /** The names of the elements around it and its own, in lower case: `manifest/organizations/organization`. */
  readonly path: string;
  readonly attribute: (name: string) => string | null;
  /** Its own text, without that of the elements in it, and single spaces. */
  readonly text: string;
}

export interface XmlListener {
  /** The start of an element: its text is empty. */
  readonly begins: (element: XmlElement) => void;
  readonly ends: (element: XmlElement) => void;
}

interface OpenElement {
  readonly tag: SaxesTagNS;
  readonly path: string;
  text: string;
}

/**
 * Reads XML element by element, without a tree. Refuses a document type, so that there are no entities; yields to the
 * event loop.
 * @throws UnreadablePackage
 */
export async function readElements(xml: string, { begins, ends }: XmlListener): Promise<void> {
  const open: OpenElement[] = [];
  let elements = 0;
  let attributes = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', () => {
    throw new UnreadablePackage('must not have a document type (DOCTYPE): entities are not read');
  });
  parser.on('opentagstart', () => {
    attributes = 0;
  });
  parser.on('attribute', () => {
    attributes++;
    if (attributes > MAX_ATTRIBUTES)
      throw new UnreadablePackage(`must have at most ${MAX_ATTRIBUTES} attributes of an element`);
  });
  parser.on('opentag', (tag) => {
    elements++;
    if (elements > MAX_ELEMENTS) throw new UnreadablePackage(`must have at most ${MAX_ELEMENTS} elements`);
    if (open.length >= MAX_DEPTH) throw new UnreadablePackage(`must have at most ${MAX_DEPTH} levels of elements`);
    if (tag.name.length > MAX_NAME_LENGTH)
      throw new UnreadablePackage(`must have names of elements of at most ${MAX_NAME_LENGTH} characters`);
    const parent = open.at(-1);
    const name = tag.local.toLowerCase();
    const element = { tag, path: parent === undefined ? name : `${parent.path}/${name}`, text: '' };
    open.push(element);
    begins(view(element));
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element !== undefined && element.text.length < MAX_TEXT_LENGTH) element.text += text.slice(0, MAX_TEXT_LENGTH);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element !== undefined) ends(view(element));
  });
  try {
    for (let start = 0; start < xml.length; start += CHUNK) {
      parser.write(xml.slice(start, start + CHUNK));
      if (mustYield()) await yieldToEventLoop();
    }
    parser.close();
  } catch (error) {
    if (error instanceof UnreadablePackage) throw error;
    throw new UnreadablePackage(`is not well-formed XML: ${truncate(messageOf(error), 200)}`);
  }
}

function view({ tag, path, text }: OpenElement): XmlElement {
  return {
    uri: tag.uri,
    path,
    text: text.replaceAll(/\s+/g, ' ').trim(),
    attribute: (name) =>
      Object.values(tag.attributes)
        .find(({ local }) => local.toLowerCase() === name)
        ?.value.trim() ?? null,
  };
}
