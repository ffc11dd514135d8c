#!/usr/bin/env bash
# compare.sh CAPTURE [RUNS]: whole processes on one capture, one after the other in each round: tcpdump, dk, dk with two threads, ndpiReader. Prints the median
# processor time (user and system) of each, the median of the rounds' ratios, and the most memory. A first round warms the page cache.
set -euo pipefail
capture=${1:?a capture}
runs=${2:-9}
root=$(cd "$(dirname "$0")/../.." && pwd)
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT

measure() { # name, command...
  local name=$1
  shift
  /usr/bin/time -q -a -o "$log/$name" -f '%U %S %e %M' "$@" >/dev/null 2>&1
}

"$root/dk" --version >/dev/null # builds where that is due
for ((round = 0; round <= runs; round++)); do
  measure tcpdump tcpdump -nr "$capture" --count
  measure dk "$root/dk" flows --format none "$capture"
  measure dk-2 "$root/dk" flows --format none --threads 2 "$capture"
  if command -v ndpiReader >/dev/null; then measure ndpiReader ndpiReader -q -i "$capture"; fi
  if ((round == 0)); then rm -f "$log"/*; fi
done

median() { sort -n | awk '{ v[NR] = $1 } END { printf "%.2f", v[int((NR + 1) / 2)] }'; }
for name in tcpdump dk dk-2 ndpiReader; do
  [ -s "$log/$name" ] || continue
  printf '%-10s %s s of processor, %s s in all, %s MB\n' "$name" "$(awk '{ print $1 + $2 }' "$log/$name" | median)" \
    "$(awk '{ print $3 }' "$log/$name" | median)" "$(awk '{ print $4 / 1024 }' "$log/$name" | median)"
done
ratio() { paste "$log/$1" "$log/$2" | awk '{ if ($5 + $6 > 0) print ($1 + $2) / ($5 + $6) }' | median; }
echo "dk / tcpdump: $(ratio dk tcpdump)"
echo "time in all, dk / dk-2: $(paste "$log/dk" "$log/dk-2" | awk '{ if ($7 > 0) print $3 / $7 }' | median)"
if [ -s "$log/ndpiReader" ]; then echo "ndpiReader / dk: $(ratio ndpiReader dk)"; fi
