-- Keeps a value if its token is still there, or takes the old one away if it is kept for no time; gives the lease back.
if redis.call('GET', KEYS[2]) == ARGV[2] then
  redis.call('DEL', KEYS[2])
end
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return { ARGV[#ARGV], 0 }
end
redis.call('DEL', KEYS[1])
if ARGV[3] == '0' then
  redis.call('DEL', KEYS[3])
else
  redis.call('SET', KEYS[3], ARGV[4], 'PX', ARGV[3])
end
return { ARGV[#ARGV], 1 }
