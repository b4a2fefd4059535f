import { Controller, Get, Param } from '@nestjs/common';
import { Scim, type ScimCall } from './scim-call.js';
import { describeApi } from './scim-discovery.js';
import { ScimApi } from './scim-route.js';

/** The discovery endpoints (RFC 7644, section 4). */
@Controller('engine/scim/v2')
@ScimApi()
export class ScimDiscoveryController {
  @Get('ServiceProviderConfig')
  config(@Scim() call: ScimCall): Promise<object> {
    return describeApi('ServiceProviderConfig', call);
  }

  @Get('ResourceTypes')
  resourceTypes(@Scim() call: ScimCall): Promise<object> {
    return describeApi('ResourceType', call);
  }

  @Get('ResourceTypes/:id')
  resourceType(@Param('id') id: string, @Scim() call: ScimCall): Promise<object> {
    return describeApi('ResourceType', call, id);
  }

  @Get('Schemas')
  schemas(@Scim() call: ScimCall): Promise<object> {
    return describeApi('Schema', call);
  }

  @Get('Schemas/:id')
  schema(@Param('id') id: string, @Scim() call: ScimCall): Promise<object> {
    return describeApi('Schema', call, id);
  }
}
