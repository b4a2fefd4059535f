import { JsonRuleError } from './json-limits.js';
import { JsonSyntaxError, parseStrictJson } from './strict-json.js';

/** The limits of the webhook for an event, for specs. */
export const SAMPLE_OPTIONS = { limits: { depth: 64, fields: 1_000, values: 5_000 }, storable: true };

export const parse = (text: string): unknown => parseStrictJson(Buffer.from(text), SAMPLE_OPTIONS).value;

/** The field and the rule for which a text is refused; null: it is accepted. */
export function refusalOf(text: string | Buffer): { field: string; rule: string } | 'syntax' | null {
  try {
    parseStrictJson(Buffer.from(text), SAMPLE_OPTIONS);
    return null;
  } catch (error) {
    if (error instanceof JsonSyntaxError) return 'syntax';
    if (error instanceof JsonRuleError) return { field: error.field, rule: error.rule };
    throw error;
  }
}
