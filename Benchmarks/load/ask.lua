-- A request for help as JSON, each by somebody else.
dofile(debug.getinfo(1, "S").source:match("@(.*/)") .. "figures.lua")
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
local names = { "Jeanne", "Karim", "Lucie", "André", "Fatou", "Éloïse", "Paul", "Inès", "Yvette", "Marc" }
local kinds = { "groceries", "paperwork", "conversation", "pets", "printing", "computing" }
local run = os.getenv("BENCH_RUN") or "0"
local count = 0

function request()
   count = count + 1
   local body = string.format(
      '{"category":"%s","when":"now","neighbourhood":"quartier-%d","place":"%d rue des Lilas, 2e étage","for":"me",' ..
      '"details":"Deux sacs à porter jusqu\'au troisième étage, l\'ascenseur est en panne.","constraints":"Plutôt le matin.",' ..
      '"firstName":"%s","lastName":"Martin","email":"p%s-%d@example.org","phone":"06 12 34 56 %02d","notice":"yes"}',
      kinds[count % #kinds + 1], count % 10 + 1, count % 90 + 1, names[count % #names + 1], run, count, count % 100)
   return wrk.format("POST", nil, nil, body)
end
