export { Database, type Transaction } from './database.js';
export { DatabaseModule } from './database.module.js';
export { RequestScope, type TenantScope } from './tenant-scope.js';
export type { Entity } from './orm.js';
export { connectionParts } from './connection-parts.js';
export { migrateDatabase, pendingMigrations } from './migrate.js';
export { DatabaseUnavailable, Pipeline, type Statement, ValuesRefused } from './pipeline.js';
export { ids, type IdPrefix } from './ids.js';
export { Notifications } from './notifications.js';
