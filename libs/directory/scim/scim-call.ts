import { type ExecutionContext, Inject, Injectable, type PipeTransform, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '#platform/config';
import { type Attributes, attributesOf } from './attribute-names.js';
import { demandStorable, readBody } from './scim-body.js';
import { MAX_RESULTS } from './scim-schemas.js';

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

const PREFIX = '/engine/scim/v2';
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
    const filter = text(query['filter']);
    if (filter !== undefined) demandStorable(filter);
    return {
      // Not from the Host header, in which a client can send any address.
      base: `${this.config.publicUrl}${PREFIX}`,
      body: readBody(body),
      filter,
      attributes: attributesOf(text(query['attributes']), text(query['excludedAttributes'])),
      startIndex: within(query['startIndex'], 1, 1, MAX_START),
      count: within(query['count'], DEFAULT_COUNT, 0, MAX_RESULTS),
    };
  }
}

/** The current SCIM request. @throws ScimError */
export const Scim = (): ParameterDecorator => Request(ScimPipe);

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Clamps a number to its bounds (RFC 7644, section 3.4.2.4). */
function within(value: unknown, otherwise: number, least: number, most: number): number {
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : otherwise;
  return Math.min(Math.max(number, least), most);
}
