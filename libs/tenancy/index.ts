export { audit, type Change } from './audit/audit-log.js';
export { AuditEntry } from './audit/audit-entry.entity.js';
export { Allow, OperatorOnly, Public } from './guards/access.js';
export { KeyRing, type LiveSecret, type TenantKeys } from './secrets/key-ring.js';
export { Tenant } from './tenants/tenant.entity.js';
export { TenancyModule } from './tenancy.module.js';
export { tenancyEntities } from './entities.js';
export { TenantsService } from './tenants/tenants.service.js';
