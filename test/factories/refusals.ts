import type { TestDatabase } from '../harness/database.js';

/** Lets PostgreSQL refuse to resolve any need, with an error that contains its topic. */
export async function refuseResolution(database: TestDatabase): Promise<void> {
  await database.query(`create function refuse_need() returns trigger language plpgsql as $$ begin
    if new.resolved_at is distinct from old.resolved_at then raise exception using errcode = '22023',
    message = format('invalid value "%s"', new.topic); end if; return new; end $$`);
  await database.query('create trigger refuse before update on need for each row execute function refuse_need()');
}

/** Lets PostgreSQL refuse each new worker, with an error that contains its name. */
export async function refuseWorkers(database: TestDatabase): Promise<void> {
  await database.query(`create function refuse_worker() returns trigger language plpgsql as $$ begin
    raise exception using errcode = '23514', message = 'planted', detail = format('the row has %s', new.name); end $$`);
  await database.query('create trigger refuse before insert on worker for each row execute function refuse_worker()');
}

/** Lets PostgreSQL refuse to add any need to a draft. */
export async function refuseAuthoring(database: TestDatabase): Promise<void> {
  await database.query(
    `create function refuse_draft() returns trigger language plpgsql as $$ begin raise 'refused'; end $$`,
  );
  await database.query(`create trigger refuse before update on need for each row
    when (new.status = 'authoring' and old.status = 'open') execute function refuse_draft()`);
}
