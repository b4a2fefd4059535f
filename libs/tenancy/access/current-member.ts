import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Member } from './member.js';

const members = new WeakMap<FastifyRequest['raw'], Member>();

/** Remembers who sent a request, for as long as the request lives. */
export function rememberMember(request: FastifyRequest, member: Member): void {
  members.set(request.raw, member);
}

/** Who sent a request; undefined: it is to a route that is for no member. */
export function memberOf(request: FastifyRequest): Member | undefined {
  return members.get(request.raw);
}

/** The member that the guard let in. */
export const CurrentMember = createParamDecorator((_data: unknown, context: ExecutionContext): Member => {
  const member = memberOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (member === undefined) throw new Error('no member in a route without @Allow');
  return member;
});
