import { Module } from '@nestjs/common';
import { CredentialEditor } from './credentials/credential-editor.js';
import { CredentialImport } from './credentials/credential-import.js';
import { CredentialReader } from './credentials/credential-reader.js';
import { CredentialsController } from './credentials/credentials.controller.js';
import { CredentialsExportController } from './credentials/credentials-export.controller.js';
import { CredentialsExport } from './credentials/credentials-export.js';
import { DirectoryModule } from './directory.module.js';
import { GroupMembers } from './groups/group-members.js';
import { GroupsController } from './groups/groups.controller.js';
import { GroupsService } from './groups/groups.service.js';
import { OnboardingEditor } from './onboarding/onboarding-editor.js';
import { OnboardingImport } from './onboarding/onboarding-import.js';
import { OnboardingReader } from './onboarding/onboarding-reader.js';
import { OnboardingController } from './onboarding/onboarding.controller.js';
import { ScimGroupsController } from './scim/groups/scim-groups.controller.js';
import { ScimGroups } from './scim/groups/scim-groups.js';
import { ScimDiscoveryController } from './scim/scim-discovery.controller.js';
import { ScimErrorFormat } from './scim/scim-error-format.js';
import { ScimSearch } from './scim/search/scim-search.js';
import { ScimSearchController } from './scim/search/scim-search.controller.js';
import { ScimUsersController } from './scim/users/scim-users.controller.js';
import { ScimUsers } from './scim/users/scim-users.js';
import { SitesController } from './sites/sites.controller.js';
import { SitesService } from './sites/sites.service.js';
import { WorkerImport } from './workers/import/worker-import.js';
import { WorkerEditor } from './workers/worker-editor.js';
import { WorkerRemoval } from './workers/worker-removal.js';
import { WorkerReader } from './workers/worker-reader.js';
import { WorkerWriter } from './workers/worker-writer.js';
import { WorkersController } from './workers/workers.controller.js';
import { WorkersExportController } from './workers/workers-export.controller.js';
import { WorkersExport } from './workers/workers-export.js';

@Module({
  imports: [DirectoryModule],
  controllers: [
    GroupsController,
    SitesController,
    WorkersController,
    WorkersExportController,
    CredentialsController,
    CredentialsExportController,
    OnboardingController,
    ScimDiscoveryController,
    ScimSearchController,
    ScimUsersController,
    ScimGroupsController,
  ],
  providers: [
    GroupMembers,
    GroupsService,
    SitesService,
    WorkerEditor,
    WorkerImport,
    WorkerReader,
    WorkerRemoval,
    WorkerWriter,
    WorkersExport,
    CredentialsExport,
    CredentialEditor,
    CredentialImport,
    CredentialReader,
    OnboardingEditor,
    OnboardingImport,
    OnboardingReader,
    ScimErrorFormat,
    ScimUsers,
    ScimGroups,
    ScimSearch,
  ],
})
export class DirectoryHttpModule {}
