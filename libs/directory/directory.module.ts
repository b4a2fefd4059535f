import { Module } from '@nestjs/common';
import { DirectoryChanges } from './directory-changes.js';

@Module({ providers: [DirectoryChanges], exports: [DirectoryChanges] })
export class DirectoryModule {}
