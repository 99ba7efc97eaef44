-- Gives the lease on a fetch back.
if redis.call('GET', KEYS[1]) == ARGV[1] then
  redis.call('DEL', KEYS[1])
end
return { ARGV[#ARGV] }
