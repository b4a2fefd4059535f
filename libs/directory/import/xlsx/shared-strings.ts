import { MAX_CELL_LENGTH, type Workbook, unreadable } from './workbook.js';
import { xmlEvents } from './xml-events.js';

const STRINGS = 'xl/sharedStrings.xml';
/** Of all texts together, in UTF-16 code units; they are in memory while the sheet is read. */
const MAX_CHARACTERS = 24_000_000;
const MAX_STRINGS = 1_000_000;

/**
 * The texts that the cells of a workbook refer to by number.
 * @throws Invalid if they take too much memory
 */
export async function readSharedStrings(workbook: Workbook): Promise<readonly string[]> {
  const strings: string[] = [];
  if (!workbook.has(STRINGS)) return strings;
  /** The pieces of a text: joined by `+`, each would stay in memory beside it. */
  let pieces: string[] = [];
  let length = 0;
  let characters = 0;
  let isText = false;
  let isPhonetic = false;
  for await (const events of xmlEvents(workbook.part(STRINGS))) {
    for (const event of events) {
      if (event.kind === 'text') {
        if (!isText || isPhonetic || event.text === '') continue;
        pieces.push(event.text);
        length += event.text.length;
        characters += event.text.length;
        if (length > MAX_CELL_LENGTH) throw unreadable(`has a text of more than ${MAX_CELL_LENGTH} characters`);
      } else if (event.name === 't') isText = event.kind === 'open';
      else if (event.name === 'rPh') isPhonetic = event.kind === 'open';
      else if (event.name === 'si' && event.kind === 'close') {
        strings.push(pieces.join(''));
        pieces = [];
        length = 0;
      }
      if (characters > MAX_CHARACTERS || strings.length > MAX_STRINGS)
        throw unreadable('has too many texts: save it as CSV, or send it in parts');
    }
  }
  return strings;
}
