import { UseInterceptors, applyDecorators } from '@nestjs/common';
import { IgnoresUnknownQuery } from '#platform/http';
import { Allow } from '#tenancy';
import { ScimInterceptor } from './scim.interceptor.js';

/**
 * A controller of SCIM 2.0. Requires the role admin, which the provider's token has; sets the standard's format of
 * responses. `ScimErrorFormat` does so for errors.
 */
export const ScimApi = (): ClassDecorator & MethodDecorator =>
  applyDecorators(
    Allow('admin'),
    IgnoresUnknownQuery('providers send parameters of their own (RFC 7644, section 3.4.2)'),
    UseInterceptors(ScimInterceptor),
  );
