export { audit } from './audit/audit-log.js';
export { ACCESS, type Access, Allow, Public } from './guards/access.js';
export { KeyRing, type LiveSecret, type TenantKeys } from './secrets/key-ring.js';
export { TenancyModule } from './tenancy.module.js';
export { tenancyEntities } from './entities.js';
export { TenantsService } from './tenants/tenants.service.js';
export { ROLES, covers } from './tokens/role.js';
