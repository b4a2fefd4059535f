import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { type HttpCall, httpCall } from './http-call.js';
import { FuzzValues, type Mutation, type Schema, type Schemas } from './fuzz-values.js';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: Schema;
}

type Content = Readonly<Record<string, { readonly schema?: Schema }>>;

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

export interface FuzzedDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Schemas };
}

/** One operation of the document. */
export interface FuzzTarget {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

/** A request to an operation. */
export interface FuzzCall extends HttpCall {
  readonly method: string;
  readonly url: string;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const TIMEOUT_MS = 20_000;
const MAX_QUERY_LENGTH = 3_000;
/** Attempts of a request that gets a 503: on a busy machine, no connection may be free at first. */
const MAX_ATTEMPTS = 3;

/** Sends requests to operations of an OpenAPI document, and compares the answers with it. */
export class ApiFuzz {
  private readonly ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: false });
  private readonly validators = new Map<Schema, ValidateFunction>();

  constructor(private readonly document: FuzzedDocument) {
    this.ajv.addSchema({ $id: 'api', components: document.components });
  }

  /** All operations, with deletions last, so that the others find records. */
  targets(): FuzzTarget[] {
    return Object.entries(this.document.paths)
      .flatMap(([path, item]) =>
        METHODS.flatMap((method) => {
          const operation = item[method];
          return operation === undefined ? [] : [{ method: method.toUpperCase(), path, operation }];
        }),
      )
      .toSorted((one, other) => Number(one.method === 'DELETE') - Number(other.method === 'DELETE'));
  }

  /** @param idOf returns the value of a path parameter */
  callOf(
    { method, path, operation }: FuzzTarget,
    mutation: Mutation,
    seed: number,
    idOf: (path: string, name: string) => string,
  ): FuzzCall {
    const values = new FuzzValues(this.document.components.schemas, seed);
    const { parameters = [], requestBody } = operation;
    const query = new URLSearchParams();
    for (const { name, in: place, schema } of parameters) {
      if (place !== 'query' || values.pick([true, false])) continue;
      const value = values.value(schema, mutation);
      const text = typeof value === 'string' ? value.toWellFormed() : JSON.stringify(value);
      // Node answers 431 to longer addresses, before the engine sees them.
      if (text !== undefined && query.toString().length + text.length < MAX_QUERY_LENGTH) query.append(name, text);
    }
    const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(idOf(path, name)));
    const [type, schema] = bodyOf(requestBody?.content);
    const isJson = isJsonType(type);
    const body = isJson ? JSON.stringify(values.value(schema ?? {}, mutation)) : mutation;
    return {
      method,
      url: `${filled}?${query}`,
      ...(requestBody === undefined ? {} : { headers: { 'content-type': type }, body: body ?? '' }),
    };
  }

  /** Sends a call. @returns what the document does not allow about the answer; null: nothing */
  async fault({ operation, method, path }: FuzzTarget, base: string, call: FuzzCall): Promise<string | null> {
    const { url, body } = call;
    const { response, text } = await answerTo({ ...call, url: base + url });
    const fault = response === null ? text : this.faultOf(operation, response, text);
    if (fault === null) return null;
    const sent = typeof body === 'string' ? ` with ${body.slice(0, 300)}` : '';
    return `${method} ${path}: ${fault}; ${url}${sent} is answered ${text.slice(0, 300)}`;
  }

  private faultOf({ responses }: Operation, { status, headers }: Response, text: string): string | null {
    if (status >= 500) return `status ${status}`;
    const documented = responses[String(status)];
    if (documented === undefined) return `status ${status} is not documented`;
    const type = (headers.get('content-type') ?? '').split(';', 1)[0] ?? '';
    const { content } = documented;
    if (content === undefined) return text === '' ? null : `status ${status} has a body that is not documented`;
    const known = content[type];
    if (known === undefined) return `status ${status} has the type "${type}" that is not documented`;
    if (known.schema === undefined || !type.endsWith('json')) return null;
    const validate = this.validatorOf(known.schema);
    return validate(JSON.parse(text)) ? null : `status ${status}: ${this.ajv.errorsText(validate.errors)}`;
  }

  private validatorOf(schema: Schema): ValidateFunction {
    const known = this.validators.get(schema);
    if (known !== undefined) return known;
    // References are to the whole document, whatever schema they stand in.
    const text = JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/');
    const compiled = this.ajv.compile(JSON.parse(text) as Schema);
    this.validators.set(schema, compiled);
    return compiled;
  }
}

async function answerTo(call: FuzzCall, tries = MAX_ATTEMPTS): Promise<{ response: Response | null; text: string }> {
  try {
    const response = await httpCall(call.method, call.url, { ...call, timeoutMs: TIMEOUT_MS });
    const text = await response.text();
    return response.status === 503 && tries > 1 ? await answerTo(call, tries - 1) : { response, text };
  } catch (error) {
    return { response: null, text: `no answer: ${String(error)}` };
  }
}

function bodyOf(content: Content = {}): [type: string, schema: Schema | undefined] {
  const [first] = Object.entries(content);
  const json = Object.entries(content).find(([type]) => isJsonType(type));
  if (json !== undefined) return [json[0], json[1].schema];
  return first === undefined ? ['application/json', undefined] : [first[0], first[1].schema];
}

function isJsonType(type: string): boolean {
  return /[/+]json$/.test(type);
}
