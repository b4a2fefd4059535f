import { sql } from '@mikro-orm/postgresql';
import { topicIdentity } from '#catalog';
import { type OfTenant, type TenantTransaction, type Transaction, isOneOf } from '#platform/database';
import { readPolicies } from '../policy/read-policy.js';
import { Calendar } from '../rule/calendar.js';
import type { Audience, AudienceKind, Required, RequirementRule, Rules } from '../rule/facts.js';
import type { Severity } from '../rule/kinds.js';
import { courseGap } from './course-gap.js';
import { millis } from './millis.js';

/** What the tenant of the transaction has decided: its policy and its requirements. */
export async function loadRules(tx: TenantTransaction): Promise<Rules> {
  const rules = (await loadRulesOfTenants(tx, [tx.tenantId])).get(tx.tenantId);
  if (rules === undefined) throw new Error('a tenant that does not exist');
  return rules;
}

/** As {@link loadRules}, of each of these tenants. */
export async function loadRulesOfTenants(tx: Transaction, tenantIds: readonly string[]): Promise<Map<string, Rules>> {
  const policies = await readPolicies(tx, tenantIds);
  const requirements = Map.groupBy(await readRequirements(tx, tenantIds), ({ tenantId }) => tenantId);
  return new Map(
    [...policies].map(([tenantId, { timeZone, expiringWithinDays, severities }]) => {
      const calendar = Calendar.of(timeZone);
      const rows = requirements.get(tenantId) ?? [];
      const rules = rows.map((row) => requirementRule(row, calendar));
      return [tenantId, { calendar, expiringWithinDays, severities, requirements: rules }];
    }),
  );
}

interface RequirementRow extends OfTenant {
  readonly id: string;
  readonly audienceKind: AudienceKind;
  readonly audienceId: string | null;
  readonly roleKey: string | null;
  readonly credential: string | null;
  readonly credentialKey: string | null;
  readonly courseId: string | null;
  readonly title: string | null;
  readonly topics: readonly string[] | null;
  readonly severity: Severity | null;
  readonly validDays: number | null;
  readonly graceDays: number;
  readonly fromDay: string | null;
  readonly createdAt: number;
}

function readRequirements(tx: Transaction, tenantIds: readonly string[]): Promise<RequirementRow[]> {
  return tx.execute<RequirementRow[]>(sql`
    select requirement.tenant_id as "tenantId", requirement.id, audience_kind as "audienceKind",
      audience_id as "audienceId", role_key as "roleKey", credential, credential_key as "credentialKey",
      course_id as "courseId", course.title, to_json(course.topics) as topics, severity, valid_days as "validDays",
      grace_days as "graceDays", from_day::text as "fromDay", ${millis(sql`requirement.created_at`)} as "createdAt"
    from requirement left join course on course.tenant_id = requirement.tenant_id and course.id = requirement.course_id
    where ${isOneOf(sql`requirement.tenant_id`, tenantIds)} order by requirement.id`);
}

function requirementRule(row: RequirementRow, calendar: Calendar): RequirementRule {
  const required = requiredOf(row);
  const { id, severity, validDays, graceDays, fromDay, createdAt, topics } = row;
  return {
    id,
    audience: audienceOf(row),
    required,
    gap:
      required.kind === 'credential'
        ? topicIdentity(required.name)
        : courseGap({ title: required.title, topics: topics ?? [] }),
    severity,
    validDays,
    graceDays,
    from: fromDay === null ? createdAt : calendar.startOf(fromDay),
  };
}

function audienceOf({ audienceKind, audienceId, roleKey }: RequirementRow): Audience {
  if (audienceKind === 'role') return { kind: 'role', roleKey: roleKey ?? '' };
  return audienceKind === 'everyone' ? { kind: 'everyone' } : { kind: audienceKind, id: audienceId ?? '' };
}

function requiredOf({ credential, credentialKey, courseId, title }: RequirementRow): Required {
  return courseId === null
    ? { kind: 'credential', name: credential ?? '', key: credentialKey ?? '' }
    : { kind: 'course', courseId, title: title ?? 'A course that is no longer in the library' };
}
