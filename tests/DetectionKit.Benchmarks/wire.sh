#!/usr/bin/env bash
# wire.sh [DATASET...]: every dataset (default: all captures) replayed on a wire gives the rows of its snapshots. Between two network namespaces on a veth pair,
# `dk replay` plays the capture at its own pace, `dk-sensor` listens with all detections and one window, and its final rows are held against
# *.verified.json, without columns that tell times. Needs root and jq.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
dk=${DK:-$root/dk}
[ "$(id -u)" = 0 ] || { echo "wire.sh: needs root, for network namespaces"; exit 2; }
[ $# -gt 0 ] || set -- $(find datasets -name capture.pcap -printf '%h\n' | sort)
work=$(mktemp -d)
left=dkl$$ right=dkr$$
trap 'kill $(jobs -p) 2>/dev/null || true; ip netns del $left 2>/dev/null || true; ip netns del $right 2>/dev/null || true; rm -rf "$work"' EXIT

"$dk" pack detections -o "$work/detections.nupkg" --quiet
"$dk" sensor --help >/dev/null
ip netns add $left
ip netns add $right
ip link add dkv0 netns $left type veth peer name dkv1 netns $right
for namespace in $left $right; do
  ip netns exec $namespace sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
done
ip -n $left link set dkv0 mtu 65535 up
ip -n $right link set dkv1 mtu 65535 up
cat >"$work/sensor.json" <<J
{"bundle":"$work/detections.nupkg","allow_unsigned":true,"state":"$work/state","spool":{"fsync":"never"},"window":"run",
 "inputs":[{"interface":"dkv1","promiscuous":true}],"sinks":[{"type":"stdout","revisions":"final"}]}
J

timeless='walk(if type == "object" then with_entries(select(.key | test("[tT]ime$|^_time$|^duration$|_seen$") | not)) else . end)'
expected() {
  local snapshot name
  find detections -name '*.verified.json' | sort | while read -r snapshot; do
    name=$(sed -nE "s/^name: *['\"]?(.*[^'\"])['\"]?$/\1/p" "${snapshot%.verified.json}.yml" | head -1)
    jq -cS --arg d "$1" --arg n "$name" ".[\$d][]? | $timeless | {n: \$n, row: .}" "$snapshot"
  done | sort
}

good=0 bad=0
for dataset in "$@"; do
  rm -f "$work/log"
  ip netns exec $right "$dk" sensor --config "$work/sensor.json" >"$work/alerts" 2>"$work/log" &
  sensor=$!
  for _ in $(seq 600); do grep -qs running: "$work/log" && break; sleep 0.1; done
  ip netns exec $left "$dk" replay "$dataset/capture.pcap" --interface dkv0 --quiet >/dev/null
  kill -TERM $sensor
  wait $sensor || true
  if diff <(expected "$dataset") <(jq -cS "select(.withdrawn | not) | .row |= ($timeless) | {n: .detection, row}" "$work/alerts" | sort) >"$work/difference"; then
    good=$((good + 1))
  else
    bad=$((bad + 1))
    echo "$dataset differs:"
    cat "$work/difference"
  fi
done
echo "$good datasets alike, $bad not"
[ "$bad" = 0 ]
