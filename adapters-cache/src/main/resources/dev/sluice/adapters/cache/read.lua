#!lua flags=allow-oom
-- Without the flag no-writes, so that a replica refuses it: it may lack what its primary has confirmed.
-- What is kept under a key, for how long it still will be, and the stamp that it must carry to be believed. A server that
-- has become the primary since the epoch began has none: it may lack what the one before had confirmed.
local number = ARGV[#ARGV]
local kept = redis.call('GET', KEYS[1])
if not kept then
  return { number }
end
local history = string.match(redis.call('INFO', 'replication'), 'master_replid:(%x+)')
local epoch = redis.call('GET', KEYS[2])
local stamp = { epoch and string.sub(epoch, 1, #history) == history and epoch or '' }
for place = 3, #KEYS do
  stamp[#stamp + 1] = redis.call('GET', KEYS[place]) or ''
end
return { number, kept, redis.call('PTTL', KEYS[1]), table.concat(stamp, ' ') }
