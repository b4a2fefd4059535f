/**
 * Whether an error means that the server is a replica now. After a failover, `REDIS_URL` leads to another server, while
 * the connection to the former one may stay open.
 */
export function isDemoted({ message }: Error): boolean {
  return message.includes('READONLY');
}
