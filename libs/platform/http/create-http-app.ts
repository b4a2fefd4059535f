import type { RequestListener } from 'node:http';
import { type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Config } from '../config/index.js';
import { DtoPipe, ProblemFilter, answerProblem, recordRouteMethods } from '../errors/index.js';
import { answerUnread } from './bodies/answer-unread.js';
import { ApiBodies } from './bodies/api-bodies.js';
import { digestBodies } from './bodies/body-digest.js';
import { takeForms } from './bodies/form-body.js';
import { takeJsonBodies } from './bodies/json-body.js';
import { DEFAULT_BODY_BYTES } from './bodies/route-body.js';
import { takeRowsBodies } from './bodies/rows-body.js';
import { takeUploads } from './bodies/upload-body.js';
import { answerUnreadable } from './connections/answer-unreadable.js';
import { CONNECTION_LIMITS, boundConnections } from './connections/bound-connections.js';
import { boundedServer } from './connections/bounded-server.js';
import { EtagInterceptor } from './etag.js';
import { NoStoreInterceptor } from './no-store.js';
import { UndeclaredInputInterceptor } from './queries/undeclared-input.interceptor.js';
import { PinoLogger, observeRequests, requestId } from '../telemetry/index.js';

/**
 * The maximum duration of a request: that of an import. A body that arrives too slowly ends sooner (InFlightBodies),
 * and so do slow headers.
 */
const REQUEST_TIMEOUT_MS = 600_000;
const HEADERS_TIMEOUT_MS = 5_000;
/** How often Node checks for slow clients. */
const SLOW_CLIENTS_CHECK_MS = 1_000;
/** How long an idle connection stays open. */
const KEEP_ALIVE_MS = 72_000;
const SERVER_OPTIONS = {
  requestTimeout: REQUEST_TIMEOUT_MS,
  headersTimeout: HEADERS_TIMEOUT_MS,
  connectionsCheckingInterval: SLOW_CLIENTS_CHECK_MS,
  keepAliveTimeout: KEEP_ALIVE_MS,
};

/** An HTTP application with the engine's validation, errors and logs. It does not listen yet. */
export async function createHttpApp(module: DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: DEFAULT_BODY_BYTES,
    serverFactory: (handler: RequestListener) => boundedServer(SERVER_OPTIONS, handler),
    forceCloseConnections: true,
    // There is no Express middleware, so requests skip the layer that runs it.
    skipMiddie: true,
    genReqId: requestId,
    trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
    // A slug or an id that is too long gets the same response as an unknown one.
    routerOptions: { maxParamLength: 16_384 },
    // A URL that cannot be decoded has no route, and therefore no error handler.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      answerProblem(error, request, reply),
    clientErrorHandler: answerUnreadable,
  });
  // Errors before Nest handles the request: a body that is not JSON or too large, an unknown media type.
  const server = adapter.getInstance().setErrorHandler<Error>(answerUnread);
  recordRouteMethods(server);
  boundConnections(server.server, CONNECTION_LIMITS);
  const bodies = new ApiBodies(server);
  takeJsonBodies(server, bodies);
  takeRowsBodies(server, bodies);
  takeForms(server, bodies);
  takeUploads(server, bodies);
  digestBodies(server, { below: '/engine/v1/admin/', header: 'idempotency-key' });
  observeRequests(server, config);
  // Nest sets its own handler when the routes are registered: that is too late, and logs a warning.
  adapter.setErrorHandler = () => server;
  // JSON is parsed above. Nest would add a parser of forms, which any web page can send here with a visitor's
  // cookies.
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new PinoLogger(config.logLevel),
    abortOnError: false,
    bodyParser: false,
  });
  app.useGlobalPipes(new DtoPipe());
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(new NoStoreInterceptor(), new EtagInterceptor(), new UndeclaredInputInterceptor());
  return app;
}
