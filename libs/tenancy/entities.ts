import { AuditEntry } from './audit/audit-entry.entity.js';
import { SigningSecret } from './secrets/signing-secret.entity.js';
import { Tenant } from './tenants/tenant.entity.js';
import { ApiToken } from './tokens/api-token.entity.js';

export const tenancyEntities = [Tenant, SigningSecret, ApiToken, AuditEntry];
