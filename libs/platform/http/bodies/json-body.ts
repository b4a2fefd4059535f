import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Invalid, Problem, UnsupportedMediaType } from '../../errors/index.js';
import { type JsonLimits, JsonRuleError, JsonSyntaxError, parseStrictJson } from '../../json/index.js';
import type { ApiBodies } from './api-bodies.js';
import { FORM } from './form-body.js';
import { bodyOf } from './route-body.js';

/** Other media types of JSON, of protocols with their own error format. */
const OTHER_JSON = ['application/scim+json'];

/** Parses JSON bodies, within the limits of their route. */
export function takeJsonBodies(server: FastifyInstance, bodies: ApiBodies): void {
  // No route of the API accepts plain text, which Fastify parses by default.
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser('application/json', async (request: FastifyRequest, payload: Readable) => {
    const { kind, limits, isExact = false } = bodyOf(request);
    if (kind === 'form') throw new UnsupportedMediaType([FORM]);
    const bytes = await bodies.read(request, payload);
    return kind === 'bytes' ? bytes : parse(bytes, limits, isExact);
  });
  server.addContentTypeParser(OTHER_JSON, (request: FastifyRequest, payload: Readable) => {
    if (bodyOf(request).kind !== 'bytes') return Promise.reject(new UnsupportedMediaType(['application/json']));
    return bodies.read(request, payload);
  });
}

/** class-transformer drops a field of this name, or takes its value for a class. */
const REFUSED_NAMES = ['constructor'];

/**
 * The value of a JSON body. The validators of the fields refuse text that cannot be stored. @throws JsonSyntaxError |
 * JsonRuleError
 */
export function parseJsonBody(bytes: Buffer, limits: JsonLimits, isExact = false): unknown {
  return parseStrictJson(bytes, { limits, storable: false, refusedNames: REFUSED_NAMES, isExact }).value;
}

/** @throws Problem if it is not JSON, Invalid if it exceeds a limit */
function parse(bytes: Buffer, limits: JsonLimits, isExact: boolean): unknown {
  if (bytes.length === 0) throw new Problem(400, 'bad_request', 'the body is empty: send JSON, or no content-type');
  try {
    return parseJsonBody(bytes, limits, isExact);
  } catch (error) {
    if (error instanceof JsonSyntaxError)
      throw new Problem(400, 'bad_request', `the body is not valid JSON${placeIn(error.message)}`);
    if (error instanceof JsonRuleError) throw new Invalid([{ field: error.field, message: error.rule }]);
    throw error;
  }
}

/** The position of the error; the rest of V8's message repeats the body. */
function placeIn(message: string): string {
  return /\(line \d+ column \d+\)$/.exec(message)?.[0].replace(/^/, ' ') ?? '';
}
