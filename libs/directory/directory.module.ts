import { Module } from '@nestjs/common';
import { DirectoryChanges } from './directory-changes.js';
import { ImportRun } from './import/import-run.js';
import { WorkerUpsert } from './workers/worker-upsert.js';

@Module({
  providers: [DirectoryChanges, ImportRun, WorkerUpsert],
  exports: [DirectoryChanges, ImportRun, WorkerUpsert],
})
export class DirectoryModule {}
