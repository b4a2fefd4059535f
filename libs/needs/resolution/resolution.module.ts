import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { NeedsModule } from '../needs.module.js';
import { ClosedNeeds } from './closed-needs.js';
import { OpenNeeds } from './open-needs.js';
import { Resolution } from './resolution.js';

@Module({
  imports: [CatalogModule, NeedsModule],
  providers: [ClosedNeeds, OpenNeeds, Resolution],
  exports: [Resolution],
})
export class ResolutionModule {}
