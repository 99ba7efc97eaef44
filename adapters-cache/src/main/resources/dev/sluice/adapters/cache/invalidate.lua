-- Takes keys away and tells every process what that means, under the next number. The epoch of numbers that begin anew is
-- over: they would come to where they were.
redis.call('DEL', unpack(KEYS, 3))
if redis.call('EXISTS', KEYS[2]) == 0 then
  redis.call('DEL', KEYS[1])
end
local number = redis.call('INCR', KEYS[2])
redis.call('PEXPIRE', KEYS[2], ARGV[1])
redis.call('PUBLISH', ARGV[2], table.concat({ ARGV[3], redis.call('GET', KEYS[1]) or '-', number, 'gone', ARGV[4] }, ' '))
return { ARGV[#ARGV] }
