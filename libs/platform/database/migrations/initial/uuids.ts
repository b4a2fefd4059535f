/**
 * Ids are UUIDv7, which start with their time in milliseconds (RFC 9562, section 5.7), so a range of ids is a range of
 * time. `uuid_floor`: the lowest id of an instant. `uuid_time`: the time in an id. `uuid_next`: an id of now, for rows
 * that SQL creates. PostgreSQL has `uuid_extract_timestamp` for version 7 and `uuidv7` only from 18 on.
 */
export const UUIDS = `
  create function uuid_floor(at timestamptz) returns uuid language sql immutable
    return (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;
  create function uuid_time(id uuid) returns timestamptz language sql immutable strict
    return to_timestamp(('x' || translate(left(id::text, 13), '-', ''))::bit(48)::bigint / 1000.0);
  create function uuid_next() returns uuid language sql volatile
    return overlay(replace(gen_random_uuid()::text, '-', '')
      placing lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7' from 1 for 13)::uuid;`;
