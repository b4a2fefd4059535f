import { Calendar } from './calendar.js';
import type { CredentialFact, RequirementRule, Rules, WorkerFact, WorkerFacts } from './facts.js';

/** Facts and rules for specs: of a worker who has no reason, in a tenant without requirements. */

export const at = (time: string): number => Date.parse(time.length === 10 ? `${time}T00:00:00Z` : time);

export const worker: WorkerFact = {
  tenantId: 'tenant-1',
  id: 'worker-1',
  name: 'Ada',
  siteId: 'north',
  role: 'Rigger',
  roleKey: 'rigger',
  groupIds: ['crew'],
  createdAt: at('2026-01-01'),
};

export const facts = (given: Partial<WorkerFacts> = {}): WorkerFacts => ({
  worker,
  credentials: [],
  steps: [],
  needs: [],
  assignments: [],
  completions: [],
  waivers: [],
  ...given,
});

export const rules = (given: Partial<Rules> = {}): Rules => ({
  calendar: Calendar.of('UTC'),
  expiringWithinDays: 30,
  severities: {
    credential_expired: 4,
    credential_expiring: 3,
    credential_missing: 4,
    training_missing: 3,
    onboarding_open: 3,
    assignment_overdue: 3,
  },
  requirements: [],
  ...given,
});

export const credential = (given: Partial<CredentialFact> = {}): CredentialFact => ({
  id: 'credential-1',
  name: 'WAH licence',
  key: 'wah licence',
  gap: 'height',
  expiresAt: Infinity,
  ...given,
});

/** Requires the WAH licence of everyone. */
export const requirement = (given: Partial<RequirementRule> = {}): RequirementRule => ({
  id: 'requirement-1',
  audience: { kind: 'everyone' },
  required: { kind: 'credential', name: 'WAH licence', key: 'wah licence' },
  gap: 'height',
  severity: null,
  validDays: null,
  graceDays: 0,
  from: at('2026-02-01'),
  ...given,
});

export const courseRequirement = (given: Partial<RequirementRule> = {}): RequirementRule =>
  requirement({ required: { kind: 'course', courseId: 'course-1', title: 'Fire Warden' }, gap: 'fire', ...given });
