/**
 * Options of a connection, by which a side that waits for the other notices within a minute that its machine is gone.
 * Otherwise the engine would wait for a response without an end, and PostgreSQL would keep the locks of a lost process
 * for hours. For a side that sends to a lost machine, `tcp_retries2` of Linux counts (docs/operations.md), because Node
 * cannot set TCP_USER_TIMEOUT.
 */
export const NOTICES_LOST_PEERS = {
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  options: '-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=6',
} as const;
