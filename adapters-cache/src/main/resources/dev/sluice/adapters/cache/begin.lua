-- Takes the key's token, which an invalidation takes away, and the lease on its fetch if nobody has it.
-- Gives the token, whether the lease was granted, the stamp that the value is to carry, and whether there is a value.
local token = redis.call('GET', KEYS[1]) or ARGV[1]
redis.call('SET', KEYS[1], token, 'PX', ARGV[2])
local granted = redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[3]) or redis.call('GET', KEYS[2]) == ARGV[1]
local stamp = { redis.call('GET', KEYS[4]) or '' }
for place = 5, #KEYS do
  local generation = redis.call('GET', KEYS[place]) or ARGV[1]
  redis.call('SET', KEYS[place], generation, 'PX', ARGV[4])
  stamp[#stamp + 1] = generation
end
return { ARGV[#ARGV], token, granted and 1 or 0, table.concat(stamp, ' '), redis.call('EXISTS', KEYS[3]) }
