#!/usr/bin/env bash
# live.sh CAPTURE [SECONDS]: how fast a wire may be before packets are dropped. On one veth pair between two network namespaces, `dk replay` sends
# CAPTURE over and over at rising rates; tcpdump (to /dev/null), dk-sensor (all detections of the repository) and ndpiReader listen, one after the other. Prints what
# was sent, taken and dropped, and for each the highest rate without a drop. Needs root.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,4s/^# //p' "$0"; exit 2; }
capture=$(realpath "$1") seconds=${2:-5}
root=$(cd "$(dirname "$0")/../.." && pwd)
[ "$(id -u)" = 0 ] || { echo "live.sh: needs root, for network namespaces"; exit 2; }
work=$(mktemp -d)
left=dkl$$ right=dkr$$
trap 'kill $(jobs -p) 2>/dev/null || true; ip netns del $left 2>/dev/null || true; ip netns del $right 2>/dev/null || true; rm -rf "$work"' EXIT

dk=${DK:-$root/dk}
"$dk" pack "$root/detections" -o "$work/detections.nupkg" --quiet
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
{"bundle":"$work/detections.nupkg","allow_unsigned":true,"state":"$work/state","spool":{"fsync":"interval"},
 "inputs":[{"interface":"dkv1","promiscuous":true}],"sinks":[{"type":"file","path":"$work/alerts.jsonl"}]}
J

declare -A best
listen() {
  case $1 in
    tcpdump) ip netns exec $right tcpdump -i dkv1 -B 65536 -w /dev/null >/dev/null 2>"$work/log" & ;;
    dk-sensor) ip netns exec $right "$dk" sensor --config "$work/sensor.json" >/dev/null 2>"$work/log" & ;;
    ndpiReader) ip netns exec $right stdbuf -oL ndpiReader -i dkv1 -s $((seconds + 6)) >"$work/log" 2>&1 & ;;
  esac
  listener=$!
  for _ in $(seq 600); do
    grep -qE 'listening on|running:|Capturing live|Running thread' "$work/log" && break
    sleep 0.1
  done
  sleep 1
}

finish() { # ndpiReader ends by itself
  sleep 1
  [ "$1" = ndpiReader ] || kill -TERM $listener 2>/dev/null || true
  wait $listener 2>/dev/null || true
}

result() { # prints "taken dropped"
  case $1 in
    tcpdump) awk '/packets received by filter/ { r = $1 } /dropped by kernel/ { d = $1 } END { print r - d, d + 0 }' "$work/log" ;;
    dk-sensor) sed -nE 's/.*: ([0-9]+) packets, ([0-9]+) dropped.*/\1 \2/p' "$work/log" | tail -1 ;;
    ndpiReader) awk '/IP packets:.* packets total/ { taken = $5 } END { print taken + 0, "-" }' "$work/log" ;;
  esac
}

printf '%-11s %10s %10s %10s %10s\n' listener rate sent taken dropped
for listener_name in tcpdump dk-sensor ndpiReader; do
  command -v $listener_name >/dev/null || [ $listener_name = dk-sensor ] || continue
  for rate in ${RATES:-50000 100000 200000 300000 400000 500000 600000 800000 1000000}; do
    : >"$work/log"
    listen $listener_name
    timeout --signal=TERM "$seconds" ip netns exec $left "$dk" replay "$capture" --interface dkv0 --pps $rate --loop 0 --format json >"$work/sent" 2>/dev/null || true
    sent=$(jq .packets "$work/sent") actual=$(jq '.pps | floor' "$work/sent")
    finish $listener_name
    read -r taken dropped <<<"$(result $listener_name)"
    [ "$dropped" = - ] && dropped=$((sent > taken ? sent - taken : 0))
    printf '%-11s %10s %10s %10s %10s\n' $listener_name "$actual" "$sent" "$taken" "$dropped"
    [ "$dropped" = 0 ] || break
    best[$listener_name]=$actual
    [ "$actual" -gt $((rate / 2)) ] || break
  done
done
for name in tcpdump dk-sensor ndpiReader; do echo "$name: ${best[$name]:-0} packets/s without a drop"; done
