#!/usr/bin/env bash
# follow.sh [STOPS]: a log is written, rotated (moved, or copied and cut) and followed, while the sensor is killed (kill -9) or told to end at random moments (default: 20 times),
# and rotations happen while it is down as well. Each line must be counted once: the counts of the final rows of all windows come to the number of lines. Needs python3.
set -euo pipefail
stops=${1:-20}
. "$(dirname "$0")/lib.sh"
there() { "$@"; } # no wire is needed
mkdir -p "$work/rules" "$work/logs"
cat >"$work/rules/lines_of_user.yml" <<'Y'
name: Lines of a User
id: 5d7a5f0e-3d0b-4d0c-9a57-6f1f3c6d1a01
version: 1
date: '2026-01-01'
author: DetectionKit
status: production
type: TTP
description: Counts lines.
data_source: []
search: 'sourcetype="app:audit" action="login" | stats count min(line) as first max(line) as last by user'
how_to_implement: For a measurement.
known_false_positives: None.
references: []
tags:
  analytic_story: []
  asset_type: Endpoint
  mitre_attack_id: []
  product: [Splunk Enterprise]
  security_domain: endpoint
tests: []
Y
"$dk" pack "$work/rules" --content "$work/rules" -o "$work/detections.nupkg" --quiet
cat >"$work/sensor.json" <<J
{"bundle":"$work/detections.nupkg","allow_unsigned":true,"state":"$work/state","spool":{"fsync":"always"},"window":"10s","metrics":"127.0.0.1:9109",
 "inputs":[{"follow":"$work/logs/app.log","sourcetype":"app:audit"}],"sinks":[{"type":"file","path":"$work/alerts.jsonl","max_mb":1000}]}
J
cat >"$work/write.py" <<'P'
import os, random, shutil, signal, sys, time
path, stop = sys.argv[1], []
signal.signal(signal.SIGTERM, lambda *_: stop.append(1))
random.seed(1)
lines, rotated, out = 0, 0, open(path, "a")
while not stop:
    for _ in range(random.randrange(400)):
        out.write('{"time":%.3f,"action":"login","user":"u%d","line":%d,"pad":"%s"}\n' % (time.time(), lines % 3, lines, "x" * random.randrange(60)))
        lines += 1
    out.flush()
    time.sleep(0.05)
    if random.random() < 0.01:
        rotated += 1
        if rotated % 2:
            os.rename(path, "%s.%d" % (path, rotated))
            out.close()
            out = open(path, "a")
        else:
            shutil.copy2(path, "%s.%d" % (path, rotated))
            out.truncate(0)
print(lines, rotated)
P
python3 "$work/write.py" "$work/logs/app.log" >"$work/written" &
writer=$!
start() {
  "$dk" sensor --config "$work/sensor.json" >/dev/null 2>>"$work/log" &
  sensor=$!
}

for ((i = 1; i <= stops; i++)); do
  start
  sleep "$((2 + RANDOM % 9)).$((RANDOM % 10))"
  if ((i % 4)); then kill -KILL $sensor; else kill -TERM $sensor; fi
  wait $sensor 2>/dev/null || true
  [ -z "${KEEP-}" ] || cp "$work/state/alerts.journal" "$work/journal.$i"
  sleep "$((RANDOM % 4)).$((RANDOM % 10))"
done
start
kill -TERM $writer
wait $writer
sleep 25
end
read -r lines rotated <"$work/written"
counted=$(jq -s 'group_by(.alert_id) | map(max_by(.revision)) | map(select(.withdrawn | not) | .row.count) | add' "$work/alerts.jsonl")
double=$(jq -cS . "$work/alerts.jsonl" | sort -u | jq -r '"\(.alert_id) \(.revision)"' | sort | uniq -d | wc -l)
endless=$(jq -cs 'group_by(.alert_id)[] | max_by(.revision) | select(.final | not)' "$work/alerts.jsonl" | wc -l)
echo "$lines lines in $((rotated + 1)) files, $stops stops: $counted counted; $double revisions with two contents, $endless alerts without an end"
grep -E 'gone|damaged|lost|made again' "$work/log" || true
[ "$lines" = "$counted" ] && [ "$double$endless" = 00 ]
