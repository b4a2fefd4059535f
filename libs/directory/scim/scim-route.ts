import { UseFilters, UseInterceptors, applyDecorators } from '@nestjs/common';
import { Allow } from '#tenancy';
import { ScimErrorFilter } from './scim-error.filter.js';
import { ScimInterceptor } from './scim.interceptor.js';

/**
 * A controller of SCIM 2.0. Requires the role admin, which the provider's token has; sets the standard's format of
 * responses and errors.
 */
export const ScimApi = (): ClassDecorator & MethodDecorator =>
  applyDecorators(Allow('admin'), UseFilters(ScimErrorFilter), UseInterceptors(ScimInterceptor));
