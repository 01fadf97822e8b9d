-- Each request asks for the same page under an address of its own, too long for the page cache: every row is read and rendered.
dofile(debug.getinfo(1, "S").source:match("@(.*/)") .. "figures.lua")
local count = 0
local path
local padding = string.rep("0", 300)

function request()
   path = path or wrk.path
   count = count + 1
   return wrk.format("GET", path .. "&n=" .. count .. padding)
end
