import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { RequestScope } from '#platform/database';
import { Forbidden, Unauthorized } from '#platform/errors';
import { FairGate, networkOf } from '#platform/shares';
import { noteInLog } from '#platform/telemetry';
import { covers } from '../tokens/role.js';
import { ACCESS, type Access } from './access.js';
import { Authentication, bearerOf } from './authentication.js';
import { rememberMember } from './current-member.js';
import { OperatorToken } from './operator-token.js';

/** Callers of one network whose tokens are looked up at once, and of all: each takes a connection. As many may wait as there are connections to the process. */
const LOOKED_UP = { what: 'calls of this network', total: 6, perKey: 4, waitingPerKey: 4_096, waitMs: 10_000, stalledMs: 1_000 } as const;

/** Lets a request in as its route declares (`@Public`, `@OperatorOnly`, `@Allow`), and sets its tenant's scope. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly lookUps = new FairGate(LOOKED_UP);

  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
    private readonly scope: RequestScope,
    private readonly operatorToken: OperatorToken,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [context.getHandler(), context.getClass()]);
    if (access === 'public') return true;
    if (access === undefined) throw new Forbidden('this route declares no access');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (access === 'operator') return this.isOperator(request);
    const member = await this.lookUps.run(networkOf(request.ip), () => this.authentication.memberOf(request));
    if (!covers(member.role, access)) throw new Forbidden(`this needs the role ${access}; you have ${member.role}`);
    this.scope.enter(member);
    rememberMember(request, member);
    return true;
  }

  /** @throws Unauthorized, TooManyRequests */
  private isOperator(request: FastifyRequest): true {
    if (!this.operatorToken.is(bearerOf(request), request.ip)) throw new Unauthorized('this needs the operator token');
    noteInLog({ actor: 'operator' });
    return true;
  }
}
