import files from '@fastify/static';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type BuiltConsole, builtConsole } from './built-console.js';
import { opensConsole } from './console-paths.js';
import { PAGE_HEADERS } from './page-headers.js';

/** A year: a file with another content has another name. */
const ASSETS_SECONDS = 365 * 24 * 60 * 60;

/**
 * Serves the console's page at `/` and, to browsers, at every path that nothing else answers, and its files below
 * `/assets/`. Served by Fastify beside Nest's pipeline, in its own scope: it has no data, and needs no session.
 */
@Injectable()
export class ConsoleRoute implements OnModuleInit {
  constructor(private readonly adapterHost: HttpAdapterHost<FastifyAdapter>) {}

  async onModuleInit(): Promise<void> {
    const built = await builtConsole();
    if (built === null) {
      new Logger('Console').warn('not built: run "npm run build"');
      return;
    }
    const server: FastifyInstance = this.adapterHost.httpAdapter.getInstance();
    await server.register((scope) => serve(scope, built));
  }
}

async function serve(server: FastifyInstance, { page, assets }: BuiltConsole): Promise<void> {
  await server.register(files, {
    root: assets,
    prefix: '/assets/',
    index: false,
    preCompressed: true,
    immutable: true,
    maxAge: ASSETS_SECONDS * 1_000,
    setHeaders: (reply) =>
      void reply.headers({ 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' }),
  });
  // A path that leaves the folder, which the plugin refuses with 403, names no file.
  server.setErrorHandler((error: Partial<FastifyError>, _request, reply) => {
    if (error.statusCode !== 403) throw error;
    reply.callNotFound();
  });
  const open = (reply: FastifyReply): void => void reply.headers(PAGE_HEADERS).send(page);
  // The root shows the page to every client, including curl and monitors, which do not ask for HTML.
  server.get('/', (_request, reply) => open(reply));
  server.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    if (opensConsole(request.url, request.headers.accept)) open(reply);
    else reply.callNotFound();
  });
}
