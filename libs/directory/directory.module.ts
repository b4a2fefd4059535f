import { Module } from '@nestjs/common';
import { DirectoryChanges } from './directory-changes.js';
import { WorkerUpsert } from './workers/worker-upsert.js';

@Module({ providers: [DirectoryChanges, WorkerUpsert], exports: [DirectoryChanges, WorkerUpsert] })
export class DirectoryModule {}
