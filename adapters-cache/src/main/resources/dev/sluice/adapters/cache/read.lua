#!lua flags=allow-oom
-- Without the flag no-writes, so that a replica refuses it: it may lack what its primary has confirmed.
-- What is kept under a key, for how long it still will be, and the stamp that it must carry to be believed.
local kept = redis.call('GET', KEYS[1])
if not kept then
  return {}
end
local stamp = {}
for place = 2, #KEYS do
  stamp[#stamp + 1] = redis.call('GET', KEYS[place]) or ''
end
return { kept, redis.call('PTTL', KEYS[1]), table.concat(stamp, ' ') }
