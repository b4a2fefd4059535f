import { Migration } from '@mikro-orm/migrations';

/**
 * Two names follow the glossary. What an identity provider sent last of a user is `last_sent`, as the code calls it: it
 * was `told`. The previous version reads and writes `told` until it is stopped, so a trigger keeps both equal; the
 * release after this one drops the trigger and the old column.
 */
export class Migration20261129044500LastSent extends Migration {
  override up(): void {
    for (const sql of ['alter index completion_told rename to completion_reported', COLUMN, EQUAL, ROWS])
      this.addSql(sql);
  }
}

const COLUMN = 'alter table scim_user add column last_sent jsonb, alter column told drop not null';

/** A statement names one of the two: the one that it changed, or that it inserts, is the new value. */
const EQUAL = `
  create function keep_told() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and new.last_sent is distinct from old.last_sent or new.told is null then new.told := new.last_sent;
    else new.last_sent := new.told; end if;
    return new;
  end $$;
  create trigger scim_user_told before insert or update on scim_user for each row execute function keep_told();`;

const ROWS = `
  alter table scim_user no force row level security;
  update scim_user set last_sent = told;
  alter table scim_user force row level security;
  alter table scim_user alter column last_sent set not null;`;
