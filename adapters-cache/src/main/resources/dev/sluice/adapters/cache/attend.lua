-- Begins a new epoch if this server is not the one that the present epoch began on: it was started anew, or it was a
-- replica and may lack what its primary had confirmed. Then tells every process the epoch and the last number.
local server = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
local epoch = redis.call('GET', KEYS[1])
if not epoch or string.sub(epoch, 1, #server) ~= server then
  epoch = server .. '.' .. ARGV[2]
end
redis.call('SET', KEYS[1], epoch, 'PX', ARGV[1])
local number = redis.call('INCRBY', KEYS[2], 0)
redis.call('PEXPIRE', KEYS[2], ARGV[1])
redis.call('PUBLISH', ARGV[3], table.concat({ ARGV[4], epoch, number, 'beat', ARGV[5] }, ' '))
return epoch
