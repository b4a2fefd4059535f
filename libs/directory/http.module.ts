import { Module } from '@nestjs/common';
import { DirectoryModule } from './directory.module.js';

@Module({ imports: [DirectoryModule] })
export class DirectoryHttpModule {}
