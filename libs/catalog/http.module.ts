import { Module } from '@nestjs/common';
import { CatalogModule } from './catalog.module.js';

@Module({ imports: [CatalogModule] })
export class CatalogHttpModule {}
