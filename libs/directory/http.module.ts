import { Module } from '@nestjs/common';
import { DirectoryModule } from './directory.module.js';
import { GroupMembers } from './groups/group-members.js';
import { GroupsController } from './groups/groups.controller.js';
import { GroupsService } from './groups/groups.service.js';
import { ImportRun } from './import/import-run.js';
import { SitesController } from './sites/sites.controller.js';
import { SitesService } from './sites/sites.service.js';
import { WorkerImport } from './workers/import/worker-import.js';
import { WorkerEditor } from './workers/worker-editor.js';
import { WorkerReader } from './workers/worker-reader.js';
import { WorkersController } from './workers/workers.controller.js';

@Module({
  imports: [DirectoryModule],
  controllers: [GroupsController, SitesController, WorkersController],
  providers: [GroupMembers, GroupsService, ImportRun, SitesService, WorkerEditor, WorkerImport, WorkerReader],
})
export class DirectoryHttpModule {}
