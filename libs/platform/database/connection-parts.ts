import { parse } from 'pg-connection-string';

/** MikroORM's connection options for a PostgreSQL connection string, sockets (`?host=/folder`) and TLS included. */
export function connectionParts(url: string): {
  host: string;
  port: number;
  user: string;
  password: string;
  dbName: string;
  driverOptions: object;
} {
  const { host, port, user, password, database, ssl } = parse(url);
  return {
    host: host || 'localhost',
    port: Number(port || 5432),
    user: user ?? '',
    password: password ?? '',
    dbName: database ?? '',
    driverOptions: ssl === undefined ? {} : { ssl },
  };
}
