import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter as NestAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Queues } from '#platform/queue';
import { OperatorToken } from '#tenancy';
import { behindOperatorToken } from './behind-operator-token.js';

const PATH = '/engine/v1/operator/queues';
const UI = dirname(createRequire(import.meta.url).resolve('@bull-board/ui/package.json'));

/**
 * Waiting, active and failed jobs of the queues, for the operator's browser. Served by Fastify beside Nest's
 * pipeline, in its own scope. Not with `@bull-board/nestjs`: its guard would be a middleware, which matches paths
 * differently from the router, and it is CommonJS that requires Nest's ES modules, which Jest's loader refuses.
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
      serverAdapter: adapter,
      options: { uiBasePath: UI, uiConfig: { boardTitle: 'Queues' } },
    });
    const server: FastifyInstance = this.adapterHost.httpAdapter.getInstance();
    const routes = behindOperatorToken(adapter.registerPlugin(), (token, address) => this.operator.is(token, address));
    await server.register(routes, { prefix: PATH });
  }
}
