import { Migration } from '@mikro-orm/migrations';

/**
 * The parts of a default dedupe key are folded. Needs that hold a default key get it in the new form, so that signals
 * join them as before. A key is a default key if it is the one that the need's own fields had; a key that the source sent is
 * not changed. Of several needs that now have the same key, the oldest one gets it, and the others keep theirs: they
 * are needs of one gap.
 */
export class Migration20261127181000FoldedKeys extends Migration {
  override up(): void {
    for (const sql of [ENCODED, FUNCTIONS, CONVERSION, CLEAN_UP]) this.addSql(sql);
  }
}

/** `fold` of #platform/text, and the default keys of `libs/signals/record/dedupe-key.ts`. */
const FUNCTIONS = `
  create function migration_fold(value text) returns text language sql immutable strict as $$
    select replace(lower(btrim(regexp_replace(case when btrim(bare) = '' then decomposed else bare end, '\\s+', ' ', 'g')) collate "pg_c_utf8"), 'ς', 'σ')
    from (select normalize(value, NFKD) as decomposed, regexp_replace(normalize(value, NFKD), '[\\u0300-\\u036F]', '', 'g') as bare) as forms
  $$;
  create function migration_key(kind text, external_worker_id text, email text, learner_id text, site text, topic text) returns text language sql immutable as $$
    select case when length(utf16.key) + utf16.pairs <= 255 then utf16.key else 'sha256:' || encode(sha256(convert_to(utf16.key, 'UTF8')), 'hex') end
    from (
      select key, length(regexp_replace(key, '[^\\U00010000-\\U0010FFFF]', '', 'g')) as pairs
      from (
        select concat_ws(':', encoded(kind), case
          when external_worker_id is not null then 'worker=' || encoded(external_worker_id)
          when email is not null then 'email=' || encoded(email)
          when learner_id is not null then 'learner=' || encoded(learner_id)
          else 'site=' || encoded(coalesce(site, '')) end, coalesce(encoded(topic), '')) as key
      ) as joined
    ) as utf16
  $$;`.replaceAll('encoded(', 'migration_encoded(');

const ENCODED = `
  create function migration_encoded(value text) returns text language sql immutable strict
    return replace(replace(value, '%', '%25'), ':', '%3A');`;

/** Row level security is forced on the owner too. */
const CONVERSION = `
  alter table need no force row level security;
  with held as materialized (
    select tenant_id, id, first_seen_at, dedupe_key,
      migration_key(migration_fold(type), migration_fold(external_worker_id), migration_fold(email), migration_fold(learner_id), migration_fold(site), migration_fold(topic)) as folded_key
    from need
    where (closed_at is null or quiet_until is not null)
      and dedupe_key = migration_key(type, external_worker_id, email, learner_id, site, topic)
  ), first as (
    select distinct on (tenant_id, folded_key) * from held order by tenant_id, folded_key, first_seen_at, id
  )
  update need set dedupe_key = first.folded_key from first
  where need.tenant_id = first.tenant_id and need.id = first.id and need.dedupe_key <> first.folded_key
    and not exists (
      select from need as other where other.tenant_id = first.tenant_id and other.dedupe_key = first.folded_key
        and (other.closed_at is null or other.quiet_until is not null)
    );
  alter table need force row level security;`;

const CLEAN_UP = `
  drop function migration_key, migration_fold, migration_encoded;`;
