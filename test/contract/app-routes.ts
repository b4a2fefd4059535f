import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ACCESS, type Access } from '#tenancy';

/** A route of a controller, and what it demands of its caller; undefined: it declares nothing. */
export interface AppRoute {
  readonly method: string;
  readonly path: string;
  readonly access: Access | undefined;
}

/** Every route of every controller of the application, read from Nest's container, so that none can be forgotten. */
export function appRoutes(app: NestFastifyApplication): AppRoute[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].map(({ metatype }) => metatype),
  );
  return controllers.flatMap((controller) => (typeof controller === 'function' ? routesOf(controller as Type) : []));
}

export function routesOf(controller: Type): AppRoute[] {
  const prefix: string = Reflect.getMetadata(PATH_METADATA, controller) ?? '';
  const prototype: object = controller.prototype;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler: unknown = Reflect.get(prototype, name);
    if (typeof handler !== 'function') return [];
    const method: RequestMethod | undefined = Reflect.getMetadata(METHOD_METADATA, handler);
    if (method === undefined) return [];
    const path: string = Reflect.getMetadata(PATH_METADATA, handler);
    const access: Access | undefined = Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, controller);
    return [
      {
        method: RequestMethod[method],
        path: `/${prefix}/${path}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1'),
        access,
      },
    ];
  });
}
