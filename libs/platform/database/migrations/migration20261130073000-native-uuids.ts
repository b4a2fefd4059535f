import { Migration } from '@mikro-orm/migrations';

/**
 * PostgreSQL creates UUIDv7 (RFC 9562, section 5.7) itself from 18 on: in half of the time, and in the order of their
 * rows.
 */
export class Migration20261130073000NativeUuids extends Migration {
  override up(): void {
    this.addSql(`
  do $$ begin
    if to_regprocedure('pg_catalog.uuidv7()') is not null then
      create or replace function uuid_next() returns uuid language sql volatile return uuidv7();
    end if;
  end $$`);
  }
}
