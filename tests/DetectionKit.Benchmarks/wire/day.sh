#!/usr/bin/env bash
# day.sh [HOURS]: a day (24 h of packet time; the clock needs minutes) through one sensor: all datasets' captures begin anew every two minutes. Prints, for each twelfth of the
# packets, memory, flows and alerts so far, and processor time for each packet; all of it should be flat. Needs python3.
set -euo pipefail
hours=${1:-24}
. "$(dirname "$0")/lib.sh"
"$dk" pack detections -o "$work/detections.nupkg" --quiet
mkfifo "$work/day"
cat >"$work/sensor.json" <<J
{"bundle":"$work/detections.nupkg","allow_unsigned":true,"state":"$work/state","spool":{"fsync":"interval"},"window":"1h","metrics":"127.0.0.1:9108",
 "inputs":[{"capture":"$work/day"}],"sinks":[{"type":"file","path":"$work/alerts.jsonl"}]}
J

# Ethernet captures of microseconds (pcap), moved to one begin and merged by time; then loop after loop.
cat >"$work/day.py" <<'P'
import glob, struct, sys
records = []
for name in sorted(glob.glob("datasets/**/capture.pcap", recursive=True)):
    data = open(name, "rb").read()
    magic, link = struct.unpack_from("<I", data)[0], struct.unpack_from("<I", data, 20)[0]
    if magic not in (0xA1B2C3D4, 0xA1B23C4D) or link != 1:
        continue
    at, first = 24, None
    while at + 16 <= len(data):
        seconds, part, length, wire = struct.unpack_from("<IIII", data, at)
        time = seconds * 10**6 + part // (1000 if magic == 0xA1B23C4D else 1)
        first = time if first is None else first
        if time - first < 120 * 10**6:
            records.append((time - first, struct.pack("<II", length, wire) + data[at + 16:at + 16 + length]))
        at += 16 + length
records.sort(key=lambda record: record[0])
loops = int(float(sys.argv[2]) * 30)
print(len(records) * loops, flush=True)
with open(sys.argv[1], "wb", buffering=1 << 20) as out:
    out.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 262144, 1))
    for loop in range(loops):
        begin = 1_800_000_000 + loop * 120
        out.writelines(struct.pack("<II", begin + time // 10**6, time % 10**6) + rest for time, rest in records)
P
python3 "$work/day.py" "$work/day" "$hours" >"$work/total" &
there() { "$@"; } # no wire is needed
"$dk" sensor --config "$work/sensor.json" >/dev/null 2>"$work/log" &
sensor=$!
until [ -s "$work/total" ]; do sleep 0.1; done
total=$(cat "$work/total")
printf '%12s %9s %9s %9s %14s\n' packets memory flows alerts 'ns a packet'
before=0 spent=0
for ((part = 1; part <= 12 && before < total; part++)); do
  while kill -0 $sensor 2>/dev/null; do
    packets=$(metric dk_packets_total)
    [ "${packets:-0}" -lt $((total * part / 12)) ] || break
    sleep 0.2
  done
  kill -0 $sensor 2>/dev/null || break
  now=$(metric dk_packets_total) cpu=$({ curl -s http://127.0.0.1:9108/metrics || true; } | awk '$1 == "dk_cpu_seconds_total" { printf "%.0f", $2 * 1e9 }')
  [ -n "$cpu" ] && [ "$now" -gt "$before" ] || break
  printf '%12s %7s M %9s %9s %14s\n' "$now" $(($(metric dk_memory_bytes) >> 20)) "$(metric dk_flows_ended_total)" "$(metric dk_alerts_total)" $(((cpu - spent) / (now - before)))
  before=$now spent=$cpu
done
wait $sensor
cat "$work/log"
