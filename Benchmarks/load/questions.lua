-- The same path with one question after the other: each line of a file is what follows it.
dofile(debug.getinfo(1, "S").source:match("@(.*/)") .. "figures.lua")
local questions, number = {}, 0
for line in io.lines(os.getenv("BENCH_QUESTIONS")) do questions[#questions + 1] = line end

function request()
   number = number % #questions + 1
   return wrk.format("GET", wrk.path .. questions[number])
end
