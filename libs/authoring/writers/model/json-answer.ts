import { Output, type OutputInterface } from 'ai';
import type { z } from 'zod';

/**
 * What a model is asked for: an object, which {@link jsonOf} finds in its answer. While it writes, the SDK passes on
 * text only if the partial output has changed: this one is the length.
 */
export function jsonAnswer<T>(schema: z.ZodType<T>, name: string): OutputInterface<T, number> {
  const output = Output.object({ schema, name });
  return {
    name: 'object',
    responseFormat: output.responseFormat,
    parseCompleteOutput: ({ text }, context) => output.parseCompleteOutput({ text: jsonOf(text) }, context),
    parsePartialOutput: ({ text }) => Promise.resolve({ partial: text.length }),
    createElementStreamTransform: () => undefined,
  };
}

/** Some models write their reasoning before the answer, and some services only the tag that ends it. */
const END_OF_REASONING = '</think>';

/** Characters of an answer that are looked through for objects: text with many braces is looked through many times. */
const MAX_SCANNED = 2_000_000;

/**
 * The object in an answer of a model that writes other text around it: its reasoning, a sentence, or a Markdown fence.
 * An answer without one stays as it is, and is refused.
 */
function jsonOf(text: string): string {
  // The reasoning may contain objects of its own.
  const answer = text.split(END_OF_REASONING).at(-1) ?? text;
  return [text, answer].map(fromFirstToLastBrace).find(isJson) ?? longestObject(answer) ?? text;
}

function fromFirstToLastBrace(text: string): string {
  const [first, last] = [text.indexOf('{'), text.lastIndexOf('}')];
  return first < 0 || last < first ? '' : text.slice(first, last + 1);
}

/** The longest object in a text with other braces: `A {short} one: {"title": …}`. */
function longestObject(text: string): string | undefined {
  let longest: string | undefined;
  let left = MAX_SCANNED;
  for (let start = text.indexOf('{'); start >= 0 && left > 0;) {
    const end = endOfObject(text, start);
    left -= end - start;
    const object = text.slice(start, end);
    const isObject = isJson(object);
    if (isObject && object.length > (longest?.length ?? 0)) longest = object;
    start = text.indexOf('{', isObject ? end : start + 1);
  }
  return longest;
}

/** The index after the brace that closes the one at `start`; of a text without one, its end. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let isText = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '"') isText = !isText;
    else if (isText && character === '\\') at += 1;
    else if (!isText && character === '{') depth += 1;
    else if (!isText && character === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
