import { Module } from '@nestjs/common';
import { catalogEntities } from '#catalog';
import { CatalogHttpModule } from '#catalog/http';
import { changesEntities } from '#changes';
import { ChangesHttpModule } from '#changes/http';
import { DiagnosticsHttpModule } from '#diagnostics/http';
import { directoryEntities } from '#directory';
import { DirectoryHttpModule } from '#directory/http';
import { IntegrationHttpModule } from '#integration/http';
import { NeedsHttpModule } from '#needs/http';
import { operationsEntities } from '#operations';
import { OperationsHttpModule } from '#operations/http';
import { needsEntities } from '#needs';
import { signalsEntities } from '#signals';
import { SignalsHttpModule } from '#signals/http';
import { tenancyEntities } from '#tenancy';
import { TenancyHttpModule } from '#tenancy/http';

/** All that is served over HTTP; no processor is reachable from here. */
@Module({
  imports: [
    TenancyHttpModule,
    IntegrationHttpModule,
    SignalsHttpModule,
    CatalogHttpModule,
    DirectoryHttpModule,
    NeedsHttpModule,
    OperationsHttpModule,
    ChangesHttpModule,
    DiagnosticsHttpModule,
  ],
})
export class ApiModule {}

export const apiEntities = [
  ...tenancyEntities,
  ...catalogEntities,
  ...directoryEntities,
  ...signalsEntities,
  ...needsEntities,
  ...operationsEntities,
  ...changesEntities,
];
