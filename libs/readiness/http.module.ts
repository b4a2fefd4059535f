import { Module } from '@nestjs/common';
import { CatalogModule } from '#catalog';
import { TenancyModule } from '#tenancy';
import { Board } from './board/board.js';
import { ReadinessController } from './board/readiness.controller.js';
import { ReadinessModule } from './readiness.module.js';

@Module({
  imports: [CatalogModule, ReadinessModule, TenancyModule],
  controllers: [ReadinessController],
  providers: [Board],
})
export class ReadinessHttpModule {}
