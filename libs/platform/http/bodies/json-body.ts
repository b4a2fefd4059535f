import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Invalid, Problem, UnsupportedMediaType } from '../../errors/index.js';
import { type JsonLimits, JsonRuleError, JsonSyntaxError, parseStrictJson } from '../../json/index.js';
import type { ApiBodies } from './api-bodies.js';
import { bodyOf } from './route-body.js';

/** JSON by another name, of protocols that answer what is wrong with it in a form of their own. */
const OTHER_JSON = ['application/scim+json'];

/** Reads JSON bodies, within the bounds of their route. */
export function takeJsonBodies(server: FastifyInstance, bodies: ApiBodies): void {
  // Nothing of the API is plain text, which Fastify would read by itself.
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser('application/json', async (request: FastifyRequest, payload: Readable) => {
    const bytes = await bodies.read(request, payload);
    const { kind, limits } = bodyOf(request);
    return kind === 'bytes' ? bytes : parse(bytes, limits);
  });
  server.addContentTypeParser(OTHER_JSON, (request: FastifyRequest, payload: Readable) => {
    if (bodyOf(request).kind !== 'bytes') return Promise.reject(new UnsupportedMediaType(['application/json']));
    return bodies.read(request, payload);
  });
}

/** class-transformer, which reads the bodies, drops a field of this name or takes its value for a class. */
const REFUSED_NAMES = ['constructor'];

/**
 * The value of a JSON body. Text that cannot be stored is left to the validators of its fields. @throws JsonSyntaxError
 * | JsonRuleError
 */
export function parseJsonBody(bytes: Buffer, limits: JsonLimits): unknown {
  return parseStrictJson(bytes, { limits, storable: false, refusedNames: REFUSED_NAMES }).value;
}

/** @throws Problem where it is no JSON, Invalid where it exceeds a bound */
function parse(bytes: Buffer, limits: JsonLimits): unknown {
  if (bytes.length === 0) throw new Problem(400, 'bad_request', 'the body is empty: send JSON, or no content-type');
  try {
    return parseJsonBody(bytes, limits);
  } catch (error) {
    if (error instanceof JsonSyntaxError)
      throw new Problem(400, 'bad_request', `the body is not valid JSON${placeIn(error.message)}`);
    if (error instanceof JsonRuleError) throw new Invalid([{ field: error.field, message: error.rule }]);
    throw error;
  }
}

/** Where V8 found the fault; the rest of its message repeats the body. */
function placeIn(message: string): string {
  return /\(line \d+ column \d+\)$/.exec(message)?.[0].replace(/^/, ' ') ?? '';
}
