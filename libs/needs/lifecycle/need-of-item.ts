import { sql } from '@mikro-orm/postgresql';
import { byKey } from '#platform/database';

/** SQL: the `need` of a row of `operation_item item`, by its key, for a lateral join. */
export const NEED_OF_ITEM = byKey('need', sql`tenant_id = item.tenant_id and id = item.need_id`);
