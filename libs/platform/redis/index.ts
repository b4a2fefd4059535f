export { REDIS, type RedisClient, RedisModule } from './redis.module.js';
