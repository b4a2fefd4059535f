import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { RequestScope } from '#platform/database';
import { Forbidden, Unauthorized } from '#platform/errors';
import { networkOf } from '#platform/fairness';
import { noteInLog } from '#platform/telemetry';
import { covers } from '../access/role.js';
import { ACCESS, type Access } from '../access/access.js';
import { Authentication, bearerOf } from './authentication.js';
import { rememberMember } from '../access/current-member.js';
import { OperatorToken } from './operator-token.js';

/** The maximum total wait of a request for its turn, in milliseconds. */
const WAIT_BUDGET_MS = 10_000;

/** Allows a request by its route's declaration (`@Public`, `@OperatorOnly`, `@Allow`), and sets its tenant's scope. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
    private readonly scope: RequestScope,
    private readonly operatorToken: OperatorToken,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === undefined) throw new Forbidden('this route declares no access');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { socket } = request.raw;
    this.scope.enterCall({
      beganAt: performance.now(),
      network: networkOf(request.ip),
      waitBudget: { leftMs: WAIT_BUDGET_MS, isGone: () => socket.destroyed },
    });
    if (access === 'public') return true;
    if (access === 'operator') return this.isOperator(request);
    const member = await this.authentication.memberOf(request);
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
