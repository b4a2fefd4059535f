import { SetMetadata } from '@nestjs/common';
import { ApiBearerAuth } from '@nestjs/swagger';
import type { Role } from '../tokens/role.js';

/** What a route demands of its caller. A route that declares nothing is refused at boot by the contract tests, and at run time. */
export type Access = Role | 'operator' | 'public';

export const ACCESS = Symbol('access');

const declare = (access: Access): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, access);

/** For anybody: health, documentation. */
export const Public = (): MethodDecorator & ClassDecorator => declare('public');

/** For the bearer of the operator token. */
export const OperatorOnly = (): MethodDecorator & ClassDecorator => both(declare('operator'), ApiBearerAuth('operator'));

/** For a member of the tenant with at least this role. */
export const Allow = (role: Role): MethodDecorator & ClassDecorator => both(declare(role), ApiBearerAuth('admin'));

function both(...decorators: Array<MethodDecorator & ClassDecorator>): MethodDecorator & ClassDecorator {
  return (target: object, key?: string | symbol, descriptor?: PropertyDescriptor) => {
    for (const decorator of decorators) (decorator as (...args: unknown[]) => void)(target, key, descriptor);
  };
}
