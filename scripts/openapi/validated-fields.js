// The constraints of class-validator for each field, as JSON Schema. The plugin of @nestjs/swagger reads the
// decorators from the source text and so misses constants and composed decorators; this file reads the registered
// ones.
import { getMetadataStorage } from 'class-validator';

/** The keywords of each validator; `[first, second]` are its arguments. */
const KEYWORDS = {
  isInt: () => ({ type: 'integer' }),
  min: ([minimum]) => ({ minimum }),
  max: ([maximum]) => ({ maximum }),
  isLength: ([minLength, maxLength]) => ({ minLength, maxLength }),
  minLength: ([minLength]) => ({ minLength }),
  maxLength: ([maxLength]) => ({ maxLength }),
  matches: ([pattern]) => (isOfAllText(pattern) ? {} : { pattern: pattern.source }),
  isIn: ([values]) => ({ enum: [...values] }),
  isEmail: () => ({ format: 'email' }),
  isUrl: () => ({ format: 'uri' }),
  isIso8601: () => ({ format: 'date-time' }),
  isDateString: () => ({ format: 'date-time' }),
  isRFC3339: () => ({ format: 'date-time' }),
  isFutureTime: () => ({ format: 'date-time' }),
  isTime: () => ({ format: 'date-time' }),
  isDayOrTime: () => ({ isDayOrTime: true }),
  isFutureDayOrTime: () => ({ isDayOrTime: true }),
};
const KEYWORDS_OF_LISTS = {
  arrayMinSize: ([minItems]) => ({ minItems }),
  arrayMaxSize: ([maxItems]) => ({ maxItems }),
  arrayUnique: () => ({ uniqueItems: true }),
};

/** The document says once for the whole API that text contains no NUL, not at each field. */
function isOfAllText(pattern) {
  return pattern.source.includes(String.raw`\0`);
}

/** @returns by field: `isOptional`, `default`, and the keywords of the field itself and of its items */
export function validatedFields(model) {
  const fields = new Map();
  const initial = { ...new model() };
  for (const { propertyName, type, name, constraints, each } of getMetadataStorage().getTargetValidationMetadatas(
    model,
    '',
    true,
    false,
  )) {
    const field = fields.get(propertyName) ?? { isOptional: false, default: initial[propertyName], own: {}, items: {} };
    fields.set(propertyName, field);
    if (type === 'conditionalValidation') field.isOptional = true;
    Object.assign(
      each ? field.items : field.own,
      KEYWORDS[name]?.(constraints ?? []),
      KEYWORDS_OF_LISTS[name]?.(constraints ?? []),
    );
  }
  return fields;
}

/** The schema of a field with what its validators say. */
export function constrained(schema, field) {
  const { type, enum: values, isDayOrTime, ...keywords } = field.own;
  Object.assign(schema, keywords);
  if (isDayOrTime) return dayOrTime(schema);
  if (type !== undefined)
    schema.type = Array.isArray(schema.type) ? schema.type.map((one) => (one === 'number' ? type : one)) : type;
  if (values !== undefined)
    schema.enum = Array.isArray(schema.type) && schema.type.includes('null') ? [...new Set([...values, null])] : values;
  if (schema.type === 'array') schema.items = { ...schema.items, ...field.items };
  if (field.default !== undefined) schema.default = field.default;
  return schema;
}

/** The schema of a date: a day without a time, or an instant. */
export function dayOrTime({ type, ...schema }) {
  delete schema.format;
  const variants = [
    { type: 'string', format: 'date' },
    { type: 'string', format: 'date-time' },
  ];
  return { ...schema, anyOf: [type].flat().includes('null') ? [...variants, { type: 'null' }] : variants };
}
