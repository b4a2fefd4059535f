import { SaxesParser } from 'saxes';

/** An element with its name and attributes; the names of elements are without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly in it. */
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/**
 * Parses a part of a workbook. The policy of the page allows no DOMParser, which could also make HTML of it.
 * @returns the document, whose child is the root
 * @throws Error for what is not well-formed
 */
export function parseXml(text: string): XmlElement {
  const document: OpenElement = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [document];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: OpenElement = {
      name: name.slice(name.indexOf(':') + 1),
      attributes: new Map(Object.entries(attributes)),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (part) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += part;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return document;
}

/** The elements of this name below an element, in their order. */
export function named(from: XmlElement | undefined, name: string): XmlElement[] {
  return (from?.children ?? []).flatMap((child) => (child.name === name ? [child] : named(child, name)));
}
