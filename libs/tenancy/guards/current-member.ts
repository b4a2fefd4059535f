import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Member } from './member.js';

const members = new WeakMap<FastifyRequest['raw'], Member>();

/** Remembers who sent a request, for as long as the request lives. */
export function rememberMember(request: FastifyRequest, member: Member): void {
  members.set(request.raw, member);
}

/** The member that the guard let in. */
export const CurrentMember = createParamDecorator((_data: unknown, context: ExecutionContext): Member => {
  const member = members.get(context.switchToHttp().getRequest<FastifyRequest>().raw);
  if (member === undefined) throw new Error('no member in a route without @Allow');
  return member;
});
