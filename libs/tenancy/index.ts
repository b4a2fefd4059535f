export { audit, auditFor } from './audit/audit-log.js';
export { withPublicIds } from './audit/public-ids.js';
export { shownSubjectId } from './audit/audit-subject.js';
export { ACCESS, type Access, Allow, OperatorOnly, Public } from './access/access.js';
export { CurrentMember } from './access/current-member.js';
export type { Member, MemberUser } from './access/member.js';
export { OperatorToken } from './guards/operator-token.js';
export { KeyRing } from './secrets/key-ring.js';
export { MAX_LIVE_SECRETS } from './secrets/live-secrets.js';
export { open, seal } from './secrets/secret-box.js';
export { decodedSecret, newSigningSecret } from './secrets/signing-secret.js';
export { SealedColumns } from './rekey/sealed-columns.js';
export { SecretUses } from './secrets/secret-uses.js';
export type { LiveSecret, TenantKeys } from './secrets/tenant-keys.js';
export { activeAmong, isBeingDeleted, keepActive, keepStored } from './tenants/active-tenant.js';
export { Tenant } from './tenants/tenant.entity.js';
export { TenancyModule } from './tenancy.module.js';
export { tenancyEntities } from './entities.js';
export {
  changeTimeZone,
  endOf,
  endsOfDays,
  lockTimeZoneShared,
  startInstant,
  startOf,
  timeZone,
  today,
} from './tenants/time-zone.js';
export { type Allowance, allowanceOf } from './tenants/plans.js';
export { SIGNAL_RETENTION_MONTHS } from './tenants/signal-retention.js';
export { TenantsService } from './operator/tenants.service.js';
export { ROLES, covers } from './access/role.js';
export { claimedTenant, newToken, tokenHash } from './tokens/token.js';
export { UserSetup } from './user-management/user-setup.js';
export { actorsOfUser } from './users/actors-of-user.js';
