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

/**
 * The object in an answer of a model that writes other text around it: its reasoning, a sentence, or a Markdown fence.
 * An answer without one stays as it is, and is refused.
 */
function jsonOf(text: string): string {
  // The reasoning may contain objects of its own.
  const found = [text, text.slice(text.lastIndexOf(END_OF_REASONING) + 1)].map(fromFirstToLastBrace).find(isJson);
  return found ?? text;
}

function fromFirstToLastBrace(text: string): string {
  return text.slice(Math.max(0, text.indexOf('{')), text.lastIndexOf('}') + 1);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
