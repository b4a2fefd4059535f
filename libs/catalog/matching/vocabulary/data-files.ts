import { Ajv, type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Concept, type ConceptEntry, type ConceptKind, toConcept } from './concept.js';

/** Words of another language and their English translations. */
export interface Dictionary {
  readonly title: string;
  /** ISO 639-1; none: English terms. */
  readonly language?: string;
  /** Whether the language writes compounds as one word. */
  readonly compounds?: boolean;
  readonly entries: ReadonlyArray<{ readonly english: string; readonly words: readonly string[] }>;
}

/** The names of the other files, in the order in which they apply. */
interface VocabularyFile {
  readonly concepts: readonly string[];
  readonly dictionaries: readonly string[];
}

interface ConceptsFile {
  readonly kind: ConceptKind;
  readonly concepts: readonly ConceptEntry[];
}

/** Words of logs that name a mechanism together. */
export interface EventsFile {
  readonly words: Readonly<Record<string, readonly string[]>>;
  readonly events: ReadonlyArray<{ readonly mechanism: string; readonly has: readonly string[] }>;
}

/** The kinds of data files, by the name of their schema. */
interface DataFiles {
  readonly vocabulary: VocabularyFile;
  readonly concepts: ConceptsFile;
  readonly dictionary: Dictionary;
  readonly events: EventsFile;
}

const DATA = new URL('./data/', import.meta.url);
const MAX_ERRORS = 5;

/**
 * Reads the concepts of all files that `vocabulary.json` lists, in its order.
 * @param folder the folder of `vocabulary.json`
 * @throws Error if a file is missing, is not JSON or does not match its schema, or if two concepts have the same name
 */
export function readConcepts(folder = DATA): Concept[] {
  const fileByName = new Map<string, string>();
  return readIndex(folder).concepts.flatMap((name) => {
    const file = new URL(`concepts/${name}.json`, folder);
    const { kind, concepts } = readDataFile(file, 'concepts');
    for (const concept of concepts) {
      const earlier = fileByName.get(concept.name);
      if (earlier !== undefined)
        throw new Error(`${fileURLToPath(file)}: "${concept.name}" is already a concept of ${earlier}`);
      fileByName.set(concept.name, `concepts/${name}.json`);
    }
    return concepts.map((concept) => toConcept(concept, kind));
  });
}

/** Reads the dictionaries that `vocabulary.json` lists, in its order. @throws Error as `readConcepts` does */
export function readDictionaries(folder = DATA): Dictionary[] {
  return readIndex(folder).dictionaries.map((name) =>
    readDataFile(new URL(`dictionaries/${name}.json`, folder), 'dictionary'),
  );
}

/** Reads the events. @throws Error as `readConcepts` does, or if an event refers to a list of words that is missing */
export function readEvents(folder = DATA): EventsFile {
  const file = new URL('events.json', folder);
  const data = readDataFile(file, 'events');
  for (const list of data.events.flatMap(({ has }) => has))
    if (data.words[list] === undefined) throw new Error(`${fileURLToPath(file)}: there are no words "${list}"`);
  return data;
}

function readIndex(folder: URL): VocabularyFile {
  return readDataFile(new URL('vocabulary.json', folder), 'vocabulary');
}

// The specs check the schemas themselves: to do it at each start would take longer than to read all data files.
const ajv = new Ajv({ allErrors: true, meta: false, validateSchema: false });

function readDataFile<Schema extends keyof DataFiles>(file: URL, schema: Schema): DataFiles[Schema] {
  const validate: ValidateFunction<DataFiles[Schema]> = ajv.getSchema(schema) ?? ajv.compile(readSchema(schema));
  const data = parse(file);
  if (validate(data)) return data;
  throw new Error(`${fileURLToPath(file)} does not match its schema: ${describe(validate.errors ?? [])}`);
}

function readSchema(name: string): AnySchemaObject {
  const schema = parse(new URL(`schemas/${name}.schema.json`, DATA)) as AnySchemaObject;
  return { ...schema, $id: name };
}

function parse(file: URL): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${fileURLToPath(file)} cannot be read: ${String(cause)}`, { cause });
  }
}

function describe(errors: readonly ErrorObject[]): string {
  return errors
    .slice(0, MAX_ERRORS)
    .map(({ instancePath, message, params }) => `${instancePath} ${message ?? ''} ${JSON.stringify(params)}`.trim())
    .join('; ');
}
