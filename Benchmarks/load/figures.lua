-- What every script tells at its end: the rate, the median and the 99th percentile in ms, the requests, those without a good answer.
function done(summary, latency)
   local errors = summary.errors
   local bad = errors.status + errors.connect + errors.read + errors.write + errors.timeout
   io.write(string.format("FIGURES rate=%.1f p50=%.3f p99=%.3f requests=%d bad=%d\n",
      summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.requests, bad))
end
