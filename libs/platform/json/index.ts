export { type JsonObject, isJsonObject, jsonFields, textOrNull } from './json-object.js';
export { type JsonLimits, JsonRuleError } from './json-limits.js';
export { parseExactly } from './parse-exactly.js';
export { JsonSyntaxError, parseStrictJson } from './strict-json.js';
