import { Controller, Get, Param } from '@nestjs/common';
import { Scim, type ScimCall } from './scim-call.js';
import { discovered } from './scim-discovery.js';
import { ScimApi } from './scim-route.js';

/** What the API can do, as it tells itself (RFC 7644, section 4). */
@Controller('engine/scim/v2')
@ScimApi()
export class ScimDiscoveryController {
  @Get('ServiceProviderConfig')
  config(@Scim() call: ScimCall): Promise<object> {
    return discovered('ServiceProviderConfig', call);
  }

  @Get('ResourceTypes')
  resourceTypes(@Scim() call: ScimCall): Promise<object> {
    return discovered('ResourceType', call);
  }

  @Get('ResourceTypes/:id')
  resourceType(@Param('id') id: string, @Scim() call: ScimCall): Promise<object> {
    return discovered('ResourceType', call, id);
  }

  @Get('Schemas')
  schemas(@Scim() call: ScimCall): Promise<object> {
    return discovered('Schema', call);
  }

  @Get('Schemas/:id')
  schema(@Param('id') id: string, @Scim() call: ScimCall): Promise<object> {
    return discovered('Schema', call, id);
  }
}
