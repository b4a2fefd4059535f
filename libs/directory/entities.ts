import { Credential } from './credentials/credential.entity.js';
import { Erasure } from './erasure/erasure.entity.js';
import { OnboardingStep } from './onboarding/onboarding-step.entity.js';
import { ScimGroupRecord } from './groups/scim-group.entity.js';
import { ScimUserRecord } from './scim/users/scim-user.entity.js';
import { SiteAlias } from './sites/site-alias.entity.js';
import { Site } from './sites/site.entity.js';
import { WorkerGroup, WorkerGroupMember } from './workers/worker-group.entity.js';
import { Worker } from './workers/worker.entity.js';

export const directoryEntities = [
  Credential,
  Erasure,
  OnboardingStep,
  ScimGroupRecord,
  ScimUserRecord,
  Site,
  SiteAlias,
  Worker,
  WorkerGroup,
  WorkerGroupMember,
];
