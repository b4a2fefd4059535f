import { type CustomDecorator, type ExecutionContext, SetMetadata, type Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { fieldsOf } from '../../errors/index.js';

/** The query parameters and the body that a handler declares. */
export interface HandlerInput {
  /**
   * True: unknown parameters pass, because the DTO class refuses them itself, or because the route ignores them for a
   * reason.
   */
  readonly passes: boolean;
  /** Parameters that are declared one by one: `@Query('attempt')`. */
  readonly names: readonly string[];
  /** All fields of the query, where a field of a body may belong. */
  readonly queryFields: readonly string[];
  /** False: the handler does not read a body as JSON. */
  readonly takesBody: boolean;
  /** The fields of the handler's body, where a parameter may belong. */
  readonly bodyFields: readonly string[];
}

const IGNORES = 'ignores-unknown-query';

/**
 * Marks a route to whose URL others append parameters, as in links in e-mails and redirects of other services.
 * @param reason why they are ignored and not refused
 */
export const IgnoresUnknownQuery = (reason: string): CustomDecorator => SetMetadata(IGNORES, reason);

type Handler = ReturnType<ExecutionContext['getHandler']>;

/** An argument of a handler, as Nest describes it. */
interface Argument {
  readonly index: number;
  /** The name of one parameter; undefined: all of them. */
  readonly name: string | undefined;
}

/** Reads what Nest's decorators declare. */
export function inputOf(controller: Type, handler: Handler): HandlerInput {
  const declared: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler.name);
  const queries = argumentsOf(declared, RouteParamtypes.QUERY);
  const names = queries.flatMap(({ name }) => name ?? []);
  const ignores: unknown = Reflect.getMetadata(IGNORES, handler) ?? Reflect.getMetadata(IGNORES, controller);
  const prototype: unknown = controller.prototype;
  const bodies = argumentsOf(declared, RouteParamtypes.BODY);
  const fieldsIn = ({ index }: Argument): readonly string[] => {
    const type = typeOf(prototype, handler, index);
    return type === undefined ? [] : fieldsOf(type);
  };
  return {
    passes: ignores !== undefined || queries.length > names.length,
    names,
    queryFields: queries.flatMap((query) => query.name ?? fieldsIn(query)),
    takesBody: bodies.length > 0,
    bodyFields: bodies.flatMap(fieldsIn),
  };
}

/** The keys of Nest's metadata are `type:index`. */
function argumentsOf(declared: unknown, type: RouteParamtypes): Argument[] {
  if (typeof declared !== 'object' || declared === null) return [];
  return Object.entries(declared)
    .filter(([key]) => key.startsWith(`${type}:`))
    .map(([key, argument]: [string, unknown]) => ({ index: Number(key.split(':')[1]), name: nameOf(argument) }));
}

function nameOf(argument: unknown): string | undefined {
  const name = typeof argument === 'object' && argument !== null && 'data' in argument ? argument.data : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** The class of an argument, as the compiler emits it. */
function typeOf(prototype: unknown, handler: Handler, index: number): object['constructor'] | undefined {
  if (typeof prototype !== 'object' || prototype === null) return undefined;
  const types: unknown = Reflect.getMetadata('design:paramtypes', prototype, handler.name);
  const type: unknown = Array.isArray(types) ? types[index] : undefined;
  return typeof type === 'function' ? type : undefined;
}
