import { Controller, Get, Param } from '@nestjs/common';
import { Scim, type ScimCall } from './scim-call.js';
import { describeApi } from './scim-discovery.js';
import { ScimApi } from './scim-route.js';

/** The discovery endpoints (RFC 7644, section 4). */
@Controller('engine/scim/v2')
@ScimApi()
export class ScimDiscoveryController {
  /** The parts of SCIM that are supported. */
  @Get('ServiceProviderConfig')
  config(@Scim() call: ScimCall): Promise<object> {
    return describeApi('ServiceProviderConfig', call);
  }

  /** Lists the kinds of resources. */
  @Get('ResourceTypes')
  resourceTypes(@Scim() call: ScimCall): Promise<object> {
    return describeApi('ResourceType', call);
  }

  /** One kind of resource. */
  @Get('ResourceTypes/:id')
  resourceType(@Param('id') id: string, @Scim() call: ScimCall): Promise<object> {
    return describeApi('ResourceType', call, id);
  }

  /** Lists the schemas. */
  @Get('Schemas')
  schemas(@Scim() call: ScimCall): Promise<object> {
    return describeApi('Schema', call);
  }

  /** One schema, by its URN. */
  @Get('Schemas/:id')
  schema(@Param('id') id: string, @Scim() call: ScimCall): Promise<object> {
    return describeApi('Schema', call, id);
  }
}
