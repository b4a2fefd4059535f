import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { parseJsonBody } from '#platform/http';
import { JsonRuleError, type JsonLimits } from '#platform/json';
import { UNSTORABLE, isStorable } from '#platform/text';
import { Resources, ScimError, MAX_RESULTS } from './scim-schemas.js';

/** Which attributes of a resource an answer has; undefined: all. */
export type Attributes = InstanceType<typeof Resources.User>['attributes'];

/** A SCIM request, its texts not yet trusted. */
export interface ScimCall {
  /** Where the API is, for the addresses in its answers: `https://engine.example.com/engine/scim/v2`. */
  readonly base: string;
  readonly body: unknown;
  readonly filter: string | undefined;
  readonly attributes: Attributes;
  /** Counts from 1. */
  readonly startIndex: number;
  readonly count: number;
}

/** Bounds of a user's body. */
export const SCIM_USER = { kib: 256, values: 2_000 };
/** Bounds of a group's body: of a few thousand members. */
export const SCIM_GROUP = { kib: 1_024, values: 40_000 };
const LIMITS: JsonLimits = { depth: 32, fields: 200, values: SCIM_GROUP.values };

const PREFIX = '/engine/scim/v2';
const DEFAULT_COUNT = 100;
/** More than all that is there. */
const MAX_START = 1_000_000_000;

/** The SCIM request at hand. Parameters that it does not know are passed over: providers send flags of their own. @throws ScimError */
export const Scim = createParamDecorator((_data: unknown, context: ExecutionContext): ScimCall => {
  const request = context.switchToHttp().getRequest<FastifyRequest<{ Querystring: Record<string, unknown> }>>();
  const { query } = request;
  const body: unknown = Buffer.isBuffer(request.body) ? parse(request.body) : request.body;
  for (const one of [query['filter'], body]) demandStorable(one);
  return {
    base: `${request.protocol}://${request.host}${PREFIX}`,
    body,
    filter: text(query['filter']),
    attributes: attributesOf(text(query['attributes']), text(query['excludedAttributes'])),
    startIndex: within(query['startIndex'], 1, 1, MAX_START),
    count: within(query['count'], DEFAULT_COUNT, 0, MAX_RESULTS),
  };
});

function parse(body: Buffer): unknown {
  try {
    return parseJsonBody(body, LIMITS);
  } catch (error) {
    throw new ScimError(400, 'invalidSyntax', error instanceof JsonRuleError ? error.message : 'the body is no JSON');
  }
}

/** Any of it may be looked for, or stored. */
function demandStorable(value: unknown): void {
  if (typeof value === 'string' && !isStorable(value)) throw new ScimError(400, 'invalidValue', `a value ${UNSTORABLE}`);
  if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) demandStorable(one);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Numbers beyond their bounds are taken as the nearest that is allowed (RFC 7644, section 3.4.2.4). */
function within(value: unknown, otherwise: number, least: number, most: number): number {
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : otherwise;
  return Math.min(Math.max(number, least), most);
}

function attributesOf(attributes: string | undefined, excludedAttributes: string | undefined): Attributes {
  if (attributes === undefined && excludedAttributes === undefined) return undefined;
  return new Resources.User(undefined, attributes === undefined ? { excludedAttributes } : { attributes }).attributes;
}
