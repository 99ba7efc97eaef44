-- Books as many of the requests that a window still has as are wanted; the first booking begins the window, which ends
-- with the key. Gives how many were booked, how many are left, and for how many milliseconds the window lasts.
local booked = tonumber(redis.call('GET', KEYS[1]) or '0')
local more = math.max(0, math.min(tonumber(ARGV[1]), tonumber(ARGV[2]) - booked))
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
  left = tonumber(ARGV[3])
  redis.call('SET', KEYS[1], more, 'PX', left)
elseif more > 0 then
  redis.call('INCRBY', KEYS[1], more)
end
return { ARGV[#ARGV], more, math.max(0, tonumber(ARGV[2]) - booked - more), left }
