-- Counts answers by kind, and asks for the path as it is, or, with FLOOD=varied, for another day
-- each time, so that no answer is in any cache. Prints `name=value` lines at the end.
local varied = os.getenv('FLOOD') == 'varied'
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init()
  served, refused, failed = 0, 0, 0
  math.randomseed(20251231)
end

function request()
  if not varied then
    return wrk.format()
  end
  local day = string.format('%04d-%02d-%02d', math.random(1000, 2900), math.random(12), math.random(28))
  return wrk.format('GET', wrk.path .. '?at=' .. day)
end

function response(status, headers)
  if status == 200 then
    served = served + 1
  elseif status == 503 and (headers['Retry-After'] or headers['retry-after']) then
    refused = refused + 1
  else
    failed = failed + 1
  end
end

function done()
  for _, name in ipairs({ 'served', 'refused', 'failed' }) do
    local total = 0
    for _, thread in ipairs(threads) do
      total = total + thread:get(name)
    end
    print(name .. '=' .. total)
  end
end
