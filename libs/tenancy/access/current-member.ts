import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Member } from './member.js';

const members = new WeakMap<FastifyRequest['raw'], Member>();

/** Stores the sender of a request for the lifetime of the request. */
export function rememberMember(request: FastifyRequest, member: Member): void {
  members.set(request.raw, member);
}

/** The sender of a request; undefined: the route is not for members. */
export function memberOf(request: FastifyRequest): Member | undefined {
  return members.get(request.raw);
}

/** The authenticated member. */
export const CurrentMember = createParamDecorator((_data: unknown, context: ExecutionContext): Member => {
  const member = memberOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (member === undefined) throw new Error('no member in a route without @Allow');
  return member;
});
