import type { CustomDecorator } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { UnsupportedMediaType } from '../errors/index.js';

/** JSON by another name, of protocols that answer what is wrong with it in a form of their own. */
const TYPES = ['application/scim+json'];

/** Marks a route that reads such a body itself: it gets the text. */
export const TakesText = (): CustomDecorator => RouteConfig({ takesText: true });

/** Hands these bodies over as text where a route takes them; on every other route their content types stay unknown. */
export function takeTextBodies(server: FastifyInstance): void {
  server.addContentTypeParser(TYPES, { parseAs: 'string' }, (request: FastifyRequest, body: string | Buffer, done: (error: Error | null, body?: string) => void) => {
    const { config } = request.routeOptions;
    if ('takesText' in config && config.takesText === true) done(null, body.toString());
    else done(new UnsupportedMediaType(['application/json']));
  });
}
