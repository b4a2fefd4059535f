import { UseFilters, UseInterceptors, applyDecorators } from '@nestjs/common';
import { Allow } from '#tenancy';
import { ScimErrorFilter } from './scim-error.filter.js';
import { ScimInterceptor } from './scim.interceptor.js';

/**
 * A controller of SCIM 2.0: for the admins of a tenant, which their provider is by its token; answers and errors as the
 * standard has them.
 */
export const ScimApi = (): ClassDecorator & MethodDecorator =>
  applyDecorators(Allow('admin'), UseFilters(ScimErrorFilter), UseInterceptors(ScimInterceptor));
