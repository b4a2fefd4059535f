import { Module } from '@nestjs/common';
import { IntegrationHttpModule } from '#integration/http';
import { TenancyHttpModule } from '#tenancy/http';

/** All that is served over HTTP; no processor is reachable from here. */
@Module({ imports: [TenancyHttpModule, IntegrationHttpModule] })
export class ApiModule {}
