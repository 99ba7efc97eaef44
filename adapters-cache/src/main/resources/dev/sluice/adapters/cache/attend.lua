-- Begins a new epoch if this server has another history than the one that the present epoch began in: a server takes up a
-- new one whenever it starts and whenever it becomes the primary, and may then lack what was confirmed before. Numbers that
-- begin anew begin one too: they would come to where they were. Then tells every process the epoch and the last number.
local history = string.match(redis.call('INFO', 'replication'), 'master_replid:(%x+)')
local epoch = redis.call('GET', KEYS[1])
if not epoch or string.sub(epoch, 1, #history) ~= history or redis.call('EXISTS', KEYS[2]) == 0 then
  epoch = history .. '.' .. ARGV[2]
end
redis.call('SET', KEYS[1], epoch, 'PX', ARGV[1])
local number = redis.call('INCRBY', KEYS[2], 0)
redis.call('PEXPIRE', KEYS[2], ARGV[1])
redis.call('PUBLISH', ARGV[3], table.concat({ ARGV[4], epoch, number, 'beat', ARGV[5] }, ' '))
return { ARGV[#ARGV] }
