#!/usr/bin/env bash
# swaps.sh [PPS] [SWAPS]: bundles are exchanged (default: 100 times) while `dk replay` sends all datasets' captures over and over at PPS packets a second (default: 20000).
# Two bundles take turns: all detections, and all but one. Prints packets dropped, alerts, memory; fails where a packet or an alert is missing or given twice.
# Before and after it tcpdump takes the same rate, so that a machine that is too busy does not count.
set -euo pipefail
pps=${1:-20000} swaps=${2:-100}
. "$(dirname "$0")/lib.sh"
mapfile -t captures < <(find datasets -name capture.pcap | sort)
lay
cp -r detections "$work/rules"
"$dk" pack "$work/rules" --content "$work/rules" -o "$work/a.nupkg" --quiet
rm "$work/rules/network/dns_on_non_standard_port.yml" # one that finds something
"$dk" pack "$work/rules" --content "$work/rules" -o "$work/b.nupkg" --quiet
cp "$work/a.nupkg" "$work/detections.nupkg"
cat >"$work/sensor.json" <<J
{"bundle":"$work/detections.nupkg","allow_unsigned":true,"state":"$work/state","spool":{"fsync":"interval"},"window":"run","metrics":"127.0.0.1:9108",
 "inputs":[{"interface":"dkv1","promiscuous":true}],"sinks":[{"type":"file","path":"$work/alerts.jsonl","max_mb":1000}]}
J

tcpdump_drops() {
  ip netns exec $right tcpdump -i dkv1 -B 65536 -w /dev/null >/dev/null 2>"$work/tcpdump" &
  local pid=$!
  sleep 1
  timeout --signal=TERM 10 ip netns exec $left "$dk" replay "${captures[@]}" --interface dkv0 --pps $pps --loop 0 --quiet >/dev/null || true
  sleep 1
  kill -TERM $pid
  wait $pid 2>/dev/null || true
  echo "tcpdump at $pps packets/s: $(awk '/dropped by kernel/ { print $1 }' "$work/tcpdump") dropped"
}

# The same file with another time is another bundle to the sensor.
swap() { cp "$work/$1.nupkg" "$work/next" && mv "$work/next" "$work/detections.nupkg"; }

tcpdump_drops
sensor "$work/sensor.json"
ip netns exec $left "$dk" replay "${captures[@]}" --interface dkv0 --pps $pps --loop 0 --format json >"$work/sent" 2>/dev/null &
player=$!
sleep 3
printf '%6s %10s %10s %10s\n' swaps dropped memory heap
for ((i = 1; i <= swaps; i++)); do
  if ((i % 2)); then swap b; else swap a; fi
  for _ in $(seq 300); do [ "$(metric dk_bundle_swaps_total)" -ge $i ] && break; sleep 0.1; done
  if ((i % 10 == 0)); then printf '%6s %10s %8s M %8s M\n' $i "$(metric dk_dropped_total)" $(($(metric dk_memory_bytes) >> 20)) $(($(metric dk_heap_bytes) >> 20)); fi
done
counted=$(metric dk_bundle_swaps_total) images=$(metric dk_images)
kill -TERM $player
wait $player || true
sleep 1
end
read -r taken dropped <<<"$(taken)"
sent=$(jq .packets "$work/sent")
tcpdump_drops
twice=$(jq -r '"\(.alert_id) \(.revision)"' "$work/alerts.jsonl" | sort | uniq -d | wc -l)
gaps=$(jq -r '"\(.alert_id) \(.revision)"' "$work/alerts.jsonl" | sort -k1,1 -k2,2n | awk '$1 != id { id = $1; n = 0 } $2 != ++n { gaps++ } END { print gaps + 0 }')
open=$(jq -cs 'group_by(.alert_id)[] | max_by(.revision) | select(.final or .withdrawn | not)' "$work/alerts.jsonl" | wc -l)
echo "$counted swaps, $images images in memory; $sent packets sent, $taken taken, $dropped dropped; $(wc -l <"$work/alerts.jsonl") alerts, $twice given twice, $gaps revisions missing, $open never final"
[ "$dropped" = 0 ] && [ "$sent" = "$taken" ] && [ "$twice$gaps$open" = 000 ] && [ "$counted" = "$swaps" ]
