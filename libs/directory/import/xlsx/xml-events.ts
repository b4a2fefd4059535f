import { SaxesParser } from 'saxes';
import { Invalid } from '#platform/errors';
import { unreadable } from './workbook.js';

/** What a reader of a part gets: names without their prefix. */
export type XmlEvent =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/**
 * Bytes of one text, tag or attribute, which the parser collects: more than those of a cell of 32,767 characters,
 * escaped.
 */
const MAX_BYTES_OF_ONE = 512 * 1024;
/** Elements inside of one another, which the parser keeps; those of a workbook are about ten deep. */
const MAX_DEPTH = 64;
/** Of an element: those of one are read at once, without yielding to the event loop. */
const MAX_ATTRIBUTES = 200;

/**
 * The elements and texts of an XML part, in sets, as they arrive. Entities of a document type are not expanded: a part
 * with one is refused.
 * @throws Invalid if the XML is damaged
 */
export async function* xmlEvents(bytes: AsyncIterable<Buffer>): AsyncGenerator<XmlEvent[]> {
  let events: XmlEvent[] = [];
  const parser = new SaxesParser({ position: false });
  parser.on('error', fail);
  parser.on('doctype', fail);
  let attributesOfOne = 0;
  parser.on('opentagstart', () => {
    attributesOfOne = 0;
  });
  parser.on('attribute', () => {
    if (++attributesOfOne > MAX_ATTRIBUTES) fail();
  });
  let depth = 0;
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MAX_DEPTH) fail();
    const texts = Object.entries(attributes).map(([key, value]) => [key, String(value)] as const);
    events.push({ kind: 'open', name: local(name), attributes: Object.fromEntries(texts) });
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    events.push({ kind: 'close', name: local(name) });
  });
  const addText = (text: string): void => void events.push({ kind: 'text', text });
  parser.on('text', addText);
  parser.on('cdata', addText);
  let withoutEvent = 0;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes) {
      parser.write(decoder.decode(chunk, { stream: true }));
      withoutEvent = events.length === 0 ? withoutEvent + chunk.length : 0;
      if (withoutEvent > MAX_BYTES_OF_ONE) throw unreadable('has a text that is too long');
      if (events.length === 0) continue;
      yield events;
      events = [];
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof Invalid ? error : fail();
  }
  yield events;
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function fail(): never {
  throw unreadable('is damaged');
}
