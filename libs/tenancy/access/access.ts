import { type CustomDecorator, SetMetadata } from '@nestjs/common';
import type { Role } from './role.js';

/** The access that a route requires. A route without one is refused, and fails the contract tests. */
export type Access = Role | 'operator' | 'public';

export const ACCESS = 'access';

/** Allows anybody: health, documentation. */
export const Public = (): CustomDecorator => declare('public');

/** Allows requests with the operator token. */
export const OperatorOnly = (): CustomDecorator => declare('operator');

/** Allows members of the tenant with at least this role. */
export const Allow = (role: Role): CustomDecorator => declare(role);

function declare(access: Access): CustomDecorator {
  return SetMetadata(ACCESS, access);
}
