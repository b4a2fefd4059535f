import { type ExecutionContext, Inject, Injectable, type PipeTransform, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '#platform/config';
import { type Attributes, attributesOf } from './attribute-names.js';
import { demandStorable, readBody } from './scim-body.js';
import { MAX_RESULTS, ScimError } from './scim-schemas.js';

/** A SCIM request. Its texts are not validated yet. */
export interface ScimCall {
  /** The address of the API, for links in its responses: `https://engine.example.com/engine/scim/v2`. */
  readonly base: string;
  readonly body: unknown;
  readonly filter: string | undefined;
  readonly attributes: Attributes;
  /** Counts from 1. */
  readonly startIndex: number;
  readonly count: number;
}

export const SCIM_PATH = '/engine/scim/v2';
const DEFAULT_COUNT = 100;
const MAX_START = 1_000_000_000;

const Request = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<ScimRequest>();
});

type ScimRequest = FastifyRequest<{ Querystring: Record<string, unknown> }>;

/** Parses a SCIM request. Ignores unknown parameters, because providers send their own. */
@Injectable()
class ScimPipe implements PipeTransform<ScimRequest, ScimCall> {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @throws ScimError */
  transform({ query, body }: ScimRequest): ScimCall {
    return callOf(this.config, query, readBody(body));
  }
}

/** The current SCIM request. @throws ScimError */
export const Scim = (): ParameterDecorator => Request(ScimPipe);

const SEARCH_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

/** Parses a query that was sent as a body (RFC 7644, section 3.4.3). */
@Injectable()
class ScimSearchPipe implements PipeTransform<ScimRequest, ScimCall> {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** @throws ScimError */
  transform({ body }: ScimRequest): ScimCall {
    const sent = readBody(body) ?? {};
    if (typeof sent !== 'object' || Array.isArray(sent))
      throw new ScimError(400, 'invalidSyntax', 'a search must be an object');
    const query = { ...sent } as Record<string, unknown>;
    if (query['schemas'] !== undefined && ![query['schemas']].flat().includes(SEARCH_REQUEST))
      throw new ScimError(400, 'invalidSyntax', `the schemas of a search must include ${SEARCH_REQUEST}`);
    return callOf(this.config, query, undefined);
  }
}

/** The current SCIM search. @throws ScimError */
export const ScimQuery = (): ParameterDecorator => Request(ScimSearchPipe);

function callOf(config: Config, query: Record<string, unknown>, body: unknown): ScimCall {
  const filter = text(query['filter']);
  if (filter !== undefined) demandStorable(filter);
  return {
    // Not from the Host header, in which a client can send any address.
    base: `${config.publicUrl}${SCIM_PATH}`,
    body,
    filter,
    attributes: attributesOf(names(query['attributes']), names(query['excludedAttributes'])),
    startIndex: within(query['startIndex'], 1, 1, MAX_START),
    count: within(query['count'], DEFAULT_COUNT, 0, MAX_RESULTS),
  };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** A list with commas, or, in a search, an array. */
function names(value: unknown): string | undefined {
  return text(Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(',') : value);
}

/** Clamps a number to its bounds (RFC 7644, section 3.4.2.4). */
function within(value: unknown, otherwise: number, least: number, most: number): number {
  const isNumber = /^-?\d{1,15}$/.test(typeof value === 'number' || typeof value === 'string' ? String(value) : '');
  const number = isNumber ? Number(value) : otherwise;
  return Math.min(Math.max(number, least), most);
}
