/**
 * Options of a connection, by which both sides notice within a minute that the machine of the other is gone. Otherwise
 * the engine would wait for a response without an end, and PostgreSQL would keep the locks of a lost process for hours.
 */
export const NOTICES_LOST_PEERS = {
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  options: '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=6',
} as const;
