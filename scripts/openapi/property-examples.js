// Examples of properties, of which those of bodies and responses are made: one story, an expiring crane licence and a
// near miss at the North Yard of Acme.
import { BODIES, TEXTS } from './example-texts.js';

const TYPEID = '01kb0d3w9qe4vbr5yq6f1c8x2t';
/** `need_…` or "prefix `need_`" in a description: the property holds such an id. */
const ID = /`([a-z]{2,4})_(?:…)?`/;

const BY_FORMAT = {
  'date-time': '2026-11-27T08:30:00.000Z',
  date: '2026-12-24',
  email: 'maria.santos@acme.com',
  uri: 'https://hooks.acme.com/readiness',
};

const NUMBERS = { severity: 3, status: 200, bytes: 48_213, durationMs: 84, score: 0.92, passMark: 80, graceDays: 14 };

/** Sets `example` of each simple property that has none, and of bodies whose fields exclude each other. */
export function addPropertyExamples(schemas) {
  for (const [name, schema] of Object.entries(schemas)) {
    visit(schema, name);
    if (BODIES[name] !== undefined) schema.example = BODIES[name];
  }
}

function visit(schema, owner) {
  if (typeof schema !== 'object' || schema === null) return;
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const example = exampleOfProperty(`${owner}.${name}`, name, property);
    if (example !== undefined) property.example ??= example;
    visit(property, `${owner}.${name}`);
  }
  for (const part of [schema.items, schema.additionalProperties, ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])])
    visit(part, owner);
}

function exampleOfProperty(path, name, property) {
  const own = TEXTS[path];
  if (own !== undefined) return own;
  if (property.enum !== undefined || property.properties !== undefined || property.$ref !== undefined) return undefined;
  const types = [property.type].flat();
  if (types.includes('array')) return listExample(name, property);
  if (types.includes('string')) return textExample(name, property);
  if (types.includes('integer') || types.includes('number')) return numberExample(name, property);
  if (types.includes('boolean')) return property.default ?? false;
  const variants = property.anyOf ?? property.oneOf ?? [];
  if (variants.some(({ format }) => format === 'date')) return BY_FORMAT.date;
  return variants.some(({ type }) => type === 'string') ? TEXTS[name] : undefined;
}

function listExample(name, { items, description }) {
  if (items.$ref !== undefined || items.properties !== undefined || items.enum !== undefined) return undefined;
  const one = items.type === 'string' ? textExample(name, { ...items, description }) : undefined;
  return one === undefined ? undefined : [one].flat();
}

function textExample(name, { format, description = '' }) {
  const prefix = ID.exec(description)?.[1];
  if (format === 'date-time') return BY_FORMAT[format];
  if (TEXTS[name] !== undefined) return TEXTS[name];
  if (BY_FORMAT[format] !== undefined) return BY_FORMAT[format];
  return prefix === undefined ? undefined : `${prefix}_${TYPEID}`;
}

function numberExample(name, { minimum = 0, maximum = Infinity, default: otherwise }) {
  return otherwise ?? Math.min(Math.max(NUMBERS[name] ?? 1, minimum), maximum);
}
