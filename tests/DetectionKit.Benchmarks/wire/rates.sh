#!/usr/bin/env bash
# rates.sh CAPTURE [SECONDS]: how fast a wire may be before packets are dropped. `dk replay` sends CAPTURE over and over at rising rates; tcpdump (to /dev/null),
# `dk sensor` (all detections of the repository) and ndpiReader listen, at each rate one after the other, so that all three have the same minutes. Prints what was
# sent, taken and dropped, and for each the highest rate without a drop. RATES="50000 ..." names other rates.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,5s/^# //p' "$0"; exit 2; }
capture=$(realpath "$1") seconds=${2:-5}
. "$(dirname "$0")/lib.sh"
lay
"$dk" pack detections -o "$work/detections.nupkg" --quiet
cat >"$work/sensor.json" <<J
{"bundle":"$work/detections.nupkg","allow_unsigned":true,"state":"$work/state","spool":{"fsync":"interval"},
 "inputs":[{"interface":"dkv1","promiscuous":true}],"sinks":[{"type":"file","path":"$work/alerts.jsonl"}]}
J

listen() {
  : >"$work/log"
  case $1 in
    tcpdump) ip netns exec $right tcpdump -i dkv1 -B 65536 -w /dev/null >/dev/null 2>"$work/log" & ;;
    ndpiReader) ip netns exec $right stdbuf -oL ndpiReader -i dkv1 -s $((seconds + 6)) >"$work/log" 2>&1 & ;;
    dk-sensor) sensor "$work/sensor.json"; return ;;
  esac
  listener=$!
  for _ in $(seq 300); do
    grep -qE 'listening on|Capturing live|Running thread' "$work/log" && break
    sleep 0.1
  done
  sleep 1
}

finish() { # ndpiReader ends by itself
  sleep 1
  case $1 in
    dk-sensor) end; return ;;
    tcpdump) kill -TERM $listener 2>/dev/null || true ;;
  esac
  wait $listener 2>/dev/null || true
}

result() { # prints "taken dropped"
  case $1 in
    tcpdump) awk '/packets received by filter/ { r = $1 } /dropped by kernel/ { d = $1 } END { print r - d, d + 0 }' "$work/log" ;;
    dk-sensor) taken ;;
    ndpiReader) awk '/IP packets:.* packets total/ { taken = $5 } END { print taken + 0, "-" }' "$work/log" ;; # counts no drops: what it missed is what was sent and not taken
  esac
}

declare -A best done
printf '%-11s %10s %10s %10s %10s\n' listener rate sent taken dropped
for rate in ${RATES:-50000 100000 150000 200000 250000 300000 400000 500000 600000 800000 1000000}; do
  for name in tcpdump dk-sensor ndpiReader; do
    [ -z "${done[$name]-}" ] || continue
    command -v $name >/dev/null || [ $name = dk-sensor ] || continue
    listen $name
    timeout --signal=TERM "$seconds" ip netns exec $left "$dk" replay "$capture" --interface dkv0 --pps $rate --loop 0 --format json >"$work/sent" 2>/dev/null || true
    sent=$(jq .packets "$work/sent") actual=$(jq '.pps | floor' "$work/sent")
    finish $name
    read -r taken dropped <<<"$(result $name)"
    [ "$dropped" = - ] && dropped=$((sent > taken ? sent - taken : 0))
    printf '%-11s %10s %10s %10s %10s\n' $name "$actual" "$sent" "$taken" "$dropped"
    [ "$dropped" = 0 ] && [ "$actual" -gt "${best[$name]:-0}" ] && best[$name]=$actual
    if [ "$dropped" != 0 ] || [ "$actual" -lt $((rate / 2)) ]; then done[$name]=1; fi
  done
done
for name in tcpdump dk-sensor ndpiReader; do echo "$name: ${best[$name]:-0} packets/s without a drop"; done
