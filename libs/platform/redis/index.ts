export { isDemoted } from './is-demoted.js';
export { REDIS, type RedisClient, RedisModule } from './redis.module.js';
