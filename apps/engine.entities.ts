import { authoringEntities } from '#authoring';
import { catalogEntities } from '#catalog';
import { changesEntities } from '#changes';
import { directoryEntities } from '#directory';
import { learningEntities } from '#learning';
import { needsEntities } from '#needs';
import { operationsEntities } from '#operations';
import { readinessEntities } from '#readiness';
import { signalsEntities } from '#signals';
import { tenancyEntities } from '#tenancy';

/** The entities of all libraries: every process registers all of them. */
export const engineEntities = [
  ...tenancyEntities,
  ...catalogEntities,
  ...directoryEntities,
  ...signalsEntities,
  ...needsEntities,
  ...operationsEntities,
  ...readinessEntities,
  ...authoringEntities,
  ...learningEntities,
  ...changesEntities,
];
