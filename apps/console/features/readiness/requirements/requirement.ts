import type { Schemas } from '#client';

export type Requirement = Schemas['RequirementView'];
