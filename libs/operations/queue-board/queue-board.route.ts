import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import type { IServerAdapter } from '@bull-board/api/typings/app';
import { FastifyAdapter } from '@bull-board/fastify';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter as NestAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Queues } from '#platform/queue';
import { OperatorToken } from '#tenancy';
import { behindOperatorToken } from './behind-operator-token.js';

const PATH = '/engine/v1/operator/queues';

/**
 * What waits, runs and has failed in the queues, for the operator's browser. Served by Fastify beside Nest's pipeline, in a scope
 * of its own: `@bull-board/nestjs` would guard it with a middleware, and is CommonJS that Nest 12, which is not, can be loaded by
 * in some runtimes only.
 */
@Injectable()
export class QueueBoardRoute implements OnModuleInit {
  constructor(
    private readonly adapterHost: HttpAdapterHost<NestAdapter>,
    private readonly queues: Queues,
    private readonly operator: OperatorToken,
  ) {}

  async onModuleInit(): Promise<void> {
    const adapter = new FastifyAdapter().setBasePath(PATH);
    createBullBoard({
      queues: this.queues.all().map((queue) => new BullMQAdapter(queue)),
      // The adapter brings its own copy of the very same types.
      serverAdapter: adapter as unknown as IServerAdapter,
      options: { uiConfig: { boardTitle: 'Readiness Engine queues' } },
    });
    const server: FastifyInstance = this.adapterHost.httpAdapter.getInstance();
    await server.register(behindOperatorToken(adapter.registerPlugin(), (token) => this.operator.is(token)), { prefix: PATH });
  }
}
