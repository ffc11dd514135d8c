# What the scripts beside this share; sourced by them. `lay` lays a wire: two network namespaces with a veth pair, here dkv0 (left) and dkv1 (right). `sensor` starts
# dk-sensor on the right, `play` replays on the left. Everything lives in $work, and goes with the script. Needs root, jq and curl.
# KEEP=FOLDER keeps what the script made there. DK=PROGRAM names the command line to try (default: what ./dk builds).
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
[ "$(id -u)" = 0 ] || { echo "needs root, for network namespaces" >&2; exit 2; }
for tool in jq curl ip; do command -v $tool >/dev/null || { echo "needs $tool" >&2; exit 2; }; done
cd "$root"
work=$(mktemp -d)
left=dkl$$ right=dkr$$ sensor=

sweep() {
  kill -KILL $(jobs -p) 2>/dev/null || true
  ip netns del $left 2>/dev/null || true
  ip netns del $right 2>/dev/null || true
  mountpoint -q "$work/state/spool/hook" && umount -l "$work/state/spool/hook"
  [ -z "${KEEP-}" ] || cp -r "$work" "$KEEP"
  rm -rf "$work"
}
trap sweep EXIT
trap 'exit 130' INT TERM

# One build for the whole run, even where sources change meanwhile.
if [ -n "${DK-}" ]; then
  dk=$DK
else
  ./dk sensor --help >/dev/null
  cp -r "artifacts/dk/$(cat artifacts/dk/stamp)" "$work/app"
  printf '#!/usr/bin/env bash\nexport DOTNET_TieredPGO=0\nexec dotnet "%s/app/dk.dll" "$@"\n' "$work" >"$work/dk"
  chmod +x "$work/dk"
  dk=$work/dk
fi

lay() {
  ip netns add $left
  ip netns add $right
  ip link add dkv0 netns $left type veth peer name dkv1 netns $right
  local namespace
  for namespace in $left $right; do
    ip netns exec $namespace sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
    ip -n $namespace link set lo up
  done
  ip -n $left link set dkv0 mtu 65535 up
  ip -n $right link set dkv1 mtu 65535 up
}

# Not for what runs on behind it: $! would be a shell of its own.
there() { ip netns exec $right "$@"; }

# sensor FILE: starts it with that configuration and waits until it runs; its process is $sensor. Its words are in $work/log, its output in $work/out.
sensor() {
  : >"$work/log"
  ip netns exec $right "$dk" sensor --config "$1" >>"$work/out" 2>"$work/log" &
  sensor=$!
  for _ in $(seq 600); do
    grep -qs running: "$work/log" && return
    kill -0 $sensor 2>/dev/null || break
    sleep 0.1
  done
  echo "the sensor does not start:" >&2
  cat "$work/log" >&2
  exit 1
}

# end: has it drain.
end() {
  kill -TERM $sensor 2>/dev/null || true
  wait $sensor || true
}

# play ARGUMENT...: replays; prints what was sent, as JSON.
play() { ip netns exec $left "$dk" replay "$@" --interface dkv0 --format json; }

# taken: packets and drops of the sensor that ended last.
taken() { sed -nE 's/.*dkv1: ([0-9]+) packets, ([0-9]+) dropped.*/\1 \2/p' "$work/log" | tail -1; }

# metric NAME: of the sensor that runs, all its samples summed up.
metric() { { there curl -s http://127.0.0.1:9108/metrics || true; } | awk -v name="$1" '{ split($1, part, "{") } part[1] == name { sum += $NF } END { printf "%.0f\n", sum }'; }

# timeless: filters out what tells times, which differ from run to run.
timeless='walk(if type == "object" then with_entries(select(.key | test("[tT]ime$|^_time$|^duration$|_seen$") | not)) else . end)'

# rows FILE: the rows that hold at the end, of native alerts, in one order.
rows() { jq -cS "select(.final and (.withdrawn | not)) | {n: .detection, row: (.row | $timeless)}" "$1" | sort; }
