import type { RequestListener } from 'node:http';
import { type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Config } from '../config/index.js';
import { DtoPipe, ProblemFilter, answerProblem } from '../errors/index.js';
import { ApiBodies } from './bodies/api-bodies.js';
import { digestBodies } from './bodies/body-digest.js';
import { takeJsonBodies } from './bodies/json-body.js';
import { DEFAULT_BODY_BYTES } from './bodies/route-body.js';
import { takeRowsBodies } from './bodies/rows-body.js';
import { answerUnreadable } from './connections/answer-unreadable.js';
import { CONNECTION_LIMITS, boundConnections } from './connections/bound-connections.js';
import { boundedServer } from './connections/bounded-server.js';
import { EtagInterceptor } from './etag.js';
import { NoStoreInterceptor } from './no-store.js';
import { PinoLogger, observeRequests, requestId } from '../telemetry/index.js';

/**
 * The longest that a request may arrive: an import. A body that arrives too slowly ends sooner (InFlightBodies), and so
 * do slow headers.
 */
const REQUEST_TIMEOUT_MS = 600_000;
const HEADERS_TIMEOUT_MS = 5_000;
/** How often Node looks for such clients. */
const SLOW_CLIENTS_CHECK_MS = 1_000;
/** How long a connection stays open between two requests. */
const KEEP_ALIVE_MS = 72_000;
const SERVER_OPTIONS = {
  requestTimeout: REQUEST_TIMEOUT_MS,
  headersTimeout: HEADERS_TIMEOUT_MS,
  connectionsCheckingInterval: SLOW_CLIENTS_CHECK_MS,
  keepAliveTimeout: KEEP_ALIVE_MS,
};

/** An HTTP application with the engine's way of validating, answering errors and logging. Not yet listening. */
export async function createHttpApp(module: DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: DEFAULT_BODY_BYTES,
    serverFactory: (handler: RequestListener) => boundedServer(SERVER_OPTIONS, handler),
    forceCloseConnections: true,
    // Nothing here is Express middleware, and each request would be led past what runs it.
    skipMiddie: true,
    genReqId: requestId,
    trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
    // A slug or an id that is too long names nothing; it is no other error than one that is merely unknown.
    routerOptions: { maxParamLength: 16_384 },
    // A URL that cannot be decoded has no route, and so no error handler.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      answerProblem(error, request, reply),
    clientErrorHandler: answerUnreadable,
  });
  // What fails before Nest has the request: a body that is no JSON, one that is too large, a media type that nobody
  // reads.
  const server = adapter.getInstance().setErrorHandler((error, request, reply) => answerProblem(error, request, reply));
  boundConnections(server.server, CONNECTION_LIMITS);
  const bodies = new ApiBodies(server);
  takeJsonBodies(server, bodies);
  takeRowsBodies(server, bodies);
  digestBodies(server, { below: '/engine/v1/admin/', header: 'idempotency-key' });
  observeRequests(server, config);
  // Nest sets a handler of its own when the routes are registered, which is too late for them and only earns a warning.
  adapter.setErrorHandler = () => server;
  // JSON is read above. Nest would add forms, which any page on the web can send here with a visitor's cookies.
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new PinoLogger(config.logLevel),
    abortOnError: false,
    bodyParser: false,
  });
  app.useGlobalPipes(new DtoPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(new NoStoreInterceptor(), new EtagInterceptor());
  return app;
}
