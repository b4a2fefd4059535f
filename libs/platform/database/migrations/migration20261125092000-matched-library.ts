import { Migration } from '@mikro-orm/migrations';
import { tenantWall } from './row-level-security.js';

/**
 * The version of the library (`catalog_version`) that a tenant's needs are known to be matched with. Where it is
 * behind, they are to be matched again: the change of the library is its own reminder, and cannot be made without one.
 */
export class Migration20261125092000MatchedLibrary extends Migration {
  override up(): void {
    this.addSql(`
      create table matched_library (
        tenant_id uuid primary key,
        version bigint not null
      );`);
    this.addSql(tenantWall('matched_library'));
    // What is there is matched with what is there.
    this.addSql('insert into matched_library (tenant_id, version) select tenant_id, version from catalog_version;');
  }
}
