import type { CustomDecorator, Type } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Transform } from 'class-transformer';
import type { FastifyRequest } from 'fastify';
import { type JsonLimits, jsonFields } from '../../json/index.js';

/** The body that a route accepts. */
interface RouteBody {
  /**
   * `json`: parsed before the handler runs. `bytes`: JSON that the handler parses. `rows`: a table or lines that the
   * handler reads as they arrive. `form`: the fields of a form of a page. `upload`: fields and a file, as
   * `multipart/form-data`, or the file alone.
   */
  readonly kind: 'json' | 'bytes' | 'rows' | 'form' | 'upload';
  readonly maxBytes: number;
  readonly limits: JsonLimits;
  /** For the kind `json` only: numbers that JavaScript would round are parsed as `RawJson`. */
  readonly isExact?: boolean;
  /** For the kind `upload` only. */
  readonly upload?: UploadFormat;
}

/** What an upload consists of. */
export interface UploadFormat {
  /** The DTO class of the fields beside the file. */
  readonly fields: Type<object>;
  /** Media types of a body that is only the file, without a form and its fields. */
  readonly fileTypes: readonly string[];
}

declare module 'fastify' {
  interface FastifyContextConfig {
    body?: RouteBody;
  }
}

/** The limits of a body that differ from the defaults. */
export interface BodyBounds {
  readonly kib: number;
  /** Of each object. */
  readonly fields?: number;
  /** Elements of arrays and fields of objects, at all levels together. */
  readonly values?: number;
}

const KIB = 1024;

/** The default body of a route: about as much as a person enters into a form. */
const DEFAULT: RouteBody = { kind: 'json', maxBytes: 16 * KIB, limits: { depth: 32, fields: 200, values: 1_000 } };
export const DEFAULT_BODY_BYTES = DEFAULT.maxBytes;

/** Declares the limits of a route's JSON body. */
export const BodyLimit = (bounds: BodyBounds): CustomDecorator => declare('json', bounds);

/**
 * As {@link BodyLimit}, for JSON that is passed on: `JSON.stringify` writes its numbers with the digits that were sent.
 * Its field needs {@link PassedOn}.
 */
export const ExactBody = (bounds: BodyBounds): CustomDecorator => declare('json', bounds, { isExact: true });

/** A field of an {@link ExactBody}. class-transformer would copy it, and write a `RawJson` as an object. */
export const PassedOn = (): PropertyDecorator =>
  Transform(({ obj, key }: { obj: unknown; key: string }) => jsonFields(obj)[key]);

/** Marks a route whose handler parses its JSON body, with `parseJsonBody`: it gets the bytes, within these limits. */
export const TakesBytes = (bounds: BodyBounds): CustomDecorator => declare('bytes', bounds);

/**
 * Marks a route whose body is rows: the caller is authenticated first, and then the handler reads the body as it
 * arrives.
 * @param mib the maximum size in MiB
 */
export const TakesRows = (mib: number): CustomDecorator => declare('rows', { kib: mib * KIB });

/** Marks a route that accepts a form of a page, and no JSON. */
export const TakesForm = (bounds: BodyBounds): CustomDecorator => declare('form', bounds);

/**
 * Marks a route whose body is a form with a file: the caller is authenticated first, and then the handler reads it.
 * @param mib the maximum size in MiB
 * @param fields the DTO class of the other fields, which the handler passes to `readUpload`
 * @param fileTypes media types of bodies that are the file alone
 */
export const TakesUpload = (mib: number, fields: Type<object>, fileTypes: readonly string[] = []): CustomDecorator =>
  declare('upload', { kib: mib * KIB }, { upload: { fields, fileTypes } });

function declare(
  kind: RouteBody['kind'],
  { kib, fields, values }: BodyBounds,
  more: Pick<RouteBody, 'isExact' | 'upload'> = {},
): CustomDecorator {
  const { limits } = DEFAULT;
  return RouteConfig({
    body: {
      kind,
      maxBytes: kib * KIB,
      limits: { ...limits, fields: fields ?? limits.fields, values: values ?? limits.values },
      ...more,
    } satisfies RouteBody,
  });
}

/** How the route of a request reads its body. */
export function bodyKindOf(request: Pick<FastifyRequest, 'routeOptions'>): RouteBody['kind'] {
  return bodyOf(request).kind;
}

/** The body that the route of a request accepts. */
export function bodyOf({ routeOptions: { config } }: Pick<FastifyRequest, 'routeOptions'>): RouteBody {
  return config.body ?? DEFAULT;
}
