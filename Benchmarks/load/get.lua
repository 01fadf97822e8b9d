-- The same address again and again.
dofile(debug.getinfo(1, "S").source:match("@(.*/)") .. "figures.lua")
