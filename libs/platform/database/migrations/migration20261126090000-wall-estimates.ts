import { Migration } from '@mikro-orm/migrations';

/**
 * Has PostgreSQL count a statement's own `tenant_id = …` once. As a condition that an index can answer, the wall
 * counted beside it: a tenant was taken for the square of its share, one without statistics for a row or two, and read
 * whole for each row that was looked for. `coalesce` changes nothing of what is seen. Partitions are read through their
 * tables, whose walls these are.
 */
export class Migration20261126090000WallEstimates extends Migration {
  override up(): void {
    this.addSql(`
      do $$
      declare wall record;
      begin
        for wall in select tablename, qual from pg_policies where schemaname = 'public' and policyname = 'tenant_wall' and qual not ilike 'coalesce(%' loop
          execute format('alter policy tenant_wall on %I using (coalesce(%s, false))', wall.tablename, wall.qual);
        end loop;
      end $$`);
  }
}
