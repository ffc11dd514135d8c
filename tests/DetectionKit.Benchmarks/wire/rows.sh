#!/usr/bin/env bash
# [THREADS=NUMBER] rows.sh [DATASET...]: every dataset (default: all captures) replayed on a wire gives the rows of its snapshots. `dk replay` plays the capture at its own
# pace, `dk sensor` listens with all detections and one window, and its final rows are held against *.verified.json, without columns that tell times.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
[ $# -gt 0 ] || set -- $(find datasets -name capture.pcap -printf '%h\n' | sort)
lay
"$dk" pack detections -o "$work/detections.nupkg" --quiet
cat >"$work/sensor.json" <<J
{"bundle":"$work/detections.nupkg","allow_unsigned":true,"state":"$work/state","spool":{"fsync":"never"},"window":"run",
 "inputs":[{"interface":"dkv1","promiscuous":true,"threads":${THREADS:-1}}],"sinks":[{"type":"stdout","revisions":"final"}]}
J

expected() {
  local snapshot name
  find detections -name '*.verified.json' | while read -r snapshot; do
    name=$(sed -nE "s/^name: *['\"]?(.*[^'\"])['\"]?$/\1/p" "${snapshot%.verified.json}.yml" | head -1)
    jq -cS --arg d "$1" --arg n "$name" ".[\$d][]? | {n: \$n, row: ($timeless)}" "$snapshot"
  done | sort
}

good=0 bad=0
for dataset in "${@%/}"; do
  : >"$work/out"
  rm -rf "$work/state" # or throttling goes on from the dataset before
  sensor "$work/sensor.json"
  play "$dataset/capture.pcap" --quiet >/dev/null
  end
  if diff <(expected "$dataset") <(rows "$work/out") >"$work/difference"; then
    good=$((good + 1))
  else
    bad=$((bad + 1))
    echo "$dataset differs ($(taken) packets and drops):"
    cat "$work/difference"
  fi
done
echo "$good datasets alike, $bad not"
[ "$bad" = 0 ]
