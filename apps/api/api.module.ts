import { Module } from '@nestjs/common';
import { AuthoringHttpModule } from '#authoring/http';
import { CatalogHttpModule } from '#catalog/http';
import { ChangesHttpModule } from '#changes/http';
import { ConsoleHttpModule } from '#console/http';
import { DiagnosticsHttpModule } from '#diagnostics/http';
import { DirectoryHttpModule } from '#directory/http';
import { IntegrationHttpModule } from '#integration/http';
import { LearningHttpModule } from '#learning/http';
import { NeedsHttpModule } from '#needs/http';
import { OperationsHttpModule } from '#operations/http';
import { ReadinessHttpModule } from '#readiness/http';
import { SignalsHttpModule } from '#signals/http';
import { TenancyHttpModule } from '#tenancy/http';

/** The modules that are served over HTTP; no processor is reachable from here. */
@Module({
  imports: [
    TenancyHttpModule,
    IntegrationHttpModule,
    SignalsHttpModule,
    CatalogHttpModule,
    DirectoryHttpModule,
    NeedsHttpModule,
    OperationsHttpModule,
    ReadinessHttpModule,
    AuthoringHttpModule,
    LearningHttpModule,
    ChangesHttpModule,
    DiagnosticsHttpModule,
    ConsoleHttpModule,
  ],
})
export class ApiModule {}
