/**
 * The arithmetic of `token-bucket.ts` as a Lua script, by the clock of Redis, for the key of one tenant. The key
 * expires when its bucket is full, since a missing bucket counts as full.
 * ARGV: events per second, capacity, tokens returned, events, tokens to lease. Reply: allowed (1 or 0), tokens leased,
 * tokens left.
 */
export const GRANT_SCRIPT = `
local rate, capacity = tonumber(ARGV[1]), tonumber(ARGV[2])
local returned, events, lease = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])

local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local stored = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = tonumber(stored[1]) or capacity
local elapsed = math.max(0, now - (tonumber(stored[2]) or now)) / 1000000
tokens = math.min(capacity, tokens + elapsed * rate + returned)

local allowed = tokens >= 0.999999
local leased = 0
if allowed then
  tokens = tokens - events
  leased = math.max(0, math.min(lease, math.floor(tokens)))
  tokens = tokens - leased
end

redis.call('HSET', KEYS[1], 'tokens', string.format('%.17g', tokens), 'at', string.format('%.0f', now))
redis.call('PEXPIRE', KEYS[1], math.ceil((capacity - tokens) / rate * 1000) + 1000)
return { allowed and 1 or 0, leased, string.format('%.17g', tokens) }
`;
