#!/usr/bin/env bash
# outages.sh [PART...]: every alert that was accepted, which is one that stands in a sink's spool, arrives at least once, whatever happened meanwhile; alert_id and revision
# name one content; and no alert stays without an end. Parts (default: all):
#   kill   the sensor is killed (kill -9) at a random moment, 20 times      dead   the receiver is dead for 60 s
#   error  the receiver answers 500 for 20 s                                full   one sink's disk is full for a while; the other sink does not notice
# All datasets' captures go round on the wire meanwhile. Needs python3.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
[ $# -gt 0 ] || set -- kill dead error full
mapfile -t captures < <(find datasets -name capture.pcap | sort)
lay
"$dk" pack detections -o "$work/detections.nupkg" --quiet
cat >"$work/sensor.json" <<J
{"bundle":"$work/detections.nupkg","allow_unsigned":true,"state":"$work/state","spool":{"fsync":"always"},"window":"1s","metrics":"127.0.0.1:9108",
 "inputs":[{"interface":"dkv1","promiscuous":true}],
 "sinks":[{"name":"file","type":"file","path":"$work/alerts.jsonl","max_mb":1000},{"name":"hook","type":"webhook","url":"http://127.0.0.1:8088/","batch":20}]}
J
ip netns exec $left "$dk" replay "${captures[@]}" --interface dkv0 --pps 3000 --loop 0 --quiet >/dev/null 2>&1 &
bad=0

names() { jq -r '"\(.alert_id) \(.revision)"' | sort -u; }

receive() {
  ip netns exec $right python3 tests/DetectionKit.Benchmarks/wire/receiver.py 8088 "$work/taken.jsonl" "$work/answer" &
  receiver=$!
}

# A record is its header, which is not text, and a line of JSON.
accepted() { cat "$work/state/spool/$1"/*.seg 2>/dev/null | grep -aoP '\{"detection":.*?"window_start":[0-9.]+' | sed 's/$/}/' | names >>"$work/accepted.$1" || true; }

begin() {
  rm -rf "${work:?}/state" "$work"/{taken,alerts}.jsonl* "$work"/accepted.* "$work/answer"
  touch "$work"/{taken,alerts}.jsonl "$work"/accepted.{file,hook}
}

# settle PART: until nothing waits, then what was accepted is held against what arrived.
settle() {
  for _ in $(seq 600); do [ "$(metric dk_spool_depth)" = 0 ] && break; sleep 0.1; done
  local refused sink arrived missing double endless
  refused=$(metric dk_sink_refused_total)
  end
  for sink in file hook; do
    [ $sink = file ] && arrived=$work/alerts.jsonl || arrived=$work/taken.jsonl
    names <"$arrived" >"$work/arrived"
    missing=$(sort -u "$work/accepted.$sink" | comm -23 - "$work/arrived" | wc -l)
    echo "$1, sink $sink: $(sort -u "$work/accepted.$sink" | wc -l) alerts seen in the spool, $(wc -l <"$work/arrived") arrived, $(($(wc -l <"$arrived") - $(wc -l <"$work/arrived"))) more than once, $missing missing; $refused refused"
    double=$(jq -cS . "$arrived" | sort -u | jq -r '"\(.alert_id) \(.revision)"' | sort | uniq -d | wc -l)
    endless=$(jq -cs 'group_by(.alert_id)[] | max_by(.revision) | select(.final or .withdrawn | not)' "$arrived" | wc -l)
    echo "  of $(jq -r .alert_id "$arrived" | sort -u | wc -l) alerts: $double revisions with two contents, $endless without an end, $(jq -c 'select(.interrupted)' "$arrived" | wc -l) ends of an interruption"
    [ "$missing$double" = 00 ] && [ -s "$work/arrived" ] || bad=1
    [ "$refused" != 0 ] || [ "$endless" = 0 ] || bad=1
  done
  kill $receiver 2>/dev/null || true
}

part_kill() {
  receive
  # Long enough for alerts to be open when the sensor is killed.
  sed 's/"window":"1s"/"window":"20s"/' "$work/sensor.json" >"$work/kill.json"
  for _ in $(seq 20); do
    sensor "$work/kill.json"
    sleep "$((1 + RANDOM % 4)).$((RANDOM % 10))"
    kill -KILL $sensor
    wait $sensor 2>/dev/null || true
    accepted file
    accepted hook
  done
  sensor "$work/kill.json"
  settle kill
}

part_dead() {
  sensor "$work/sensor.json"
  sleep 60
  accepted hook
  receive
  settle dead
}

part_error() {
  receive
  echo 500 >"$work/answer"
  sensor "$work/sensor.json"
  sleep 20
  accepted hook
  rm "$work/answer"
  settle error
}

part_full() {
  receive
  echo 503 >"$work/answer"
  mkdir -p "$work/state/spool/hook"
  mount -t tmpfs -o size=128k tmpfs "$work/state/spool/hook"
  sensor "$work/sensor.json"
  for _ in $(seq 600); do [ "$(metric dk_sink_refused_total)" -gt 100 ] && break; sleep 0.2; done
  accepted hook
  echo "full: $(df --output=pcent "$work/state/spool/hook" | tail -1) of the disk used, $(wc -l <"$work/alerts.jsonl") alerts at the other sink"
  rm "$work/answer"
  sleep 5
  accepted hook
  settle full
  umount "$work/state/spool/hook"
}

for part in "$@"; do
  begin
  part_"$part"
done
[ $bad = 0 ]
