import { ReadinessPolicy } from './policy/readiness-policy.entity.js';
import { Requirement } from './requirements/requirement.entity.js';
import { Waiver } from './waivers/waiver.entity.js';

export const readinessEntities = [ReadinessPolicy, Requirement, Waiver];
