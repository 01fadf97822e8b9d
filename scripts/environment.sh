# Sourced by every script: the repository as working folder, and the words they share.
set -euo pipefail
cd -P "$(dirname "${BASH_SOURCE[0]}")/.."
stamps=.build/stamps
logs=.build/logs
swift_flags=(--explicit-target-dependency-import-check error)
mkdir -p "$stamps" "$logs"

say() { printf '\n▸ %s\n' "$*"; }
stop() { printf '\n✘ %s\n' "$*" >&2; exit 1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; return; fi
    command -v sudo >/dev/null || stop "This needs root or sudo: $*"
    sudo "$@"
}

# One hash for the content and the names of these files and folders; those that do not exist count as absent.
digest() {
    { find "$@" -type f -not -path '*/.*' -print0 2>/dev/null || true; } |
        LC_ALL=C sort -z | xargs -0r sha256sum | sha256sum | cut -d' ' -f1
}
fresh() { [ "$(cat "$stamps/$1" 2>/dev/null)" = "$2" ]; }
mark() { printf '%s\n' "$2" >"$stamps/$1"; }

# logged NAME COMMAND…: the whole output goes to a file, the screen gets it live in a terminal and its tail on failure.
logged() {
    local log="$logs/$1.log" status=0
    shift
    if [ -t 1 ]; then
        "$@" 2>&1 | tee "$log" || status=$?
    else
        "$@" >"$log" 2>&1 || { status=$?; tail -n 60 "$log"; }
    fi
    [ "$status" = 0 ] || printf '\n✘ failed; the whole output is in %s\n' "$log" >&2
    return "$status"
}
