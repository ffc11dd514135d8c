# shellcheck shell=bash
# Shared by the make.sh of datasets that are logs: written from the captures of other datasets by flows_as_logs.py, not by the product whose
# format they have. Needs python3.
#
#   . "$(dirname "$0")/../../tools/log.sh"; log zeek conn.log zeek:conn DATASET...

set -Eeuo pipefail
here=$(cd "$(dirname "$0")" && pwd)
datasets=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# log FORMAT FILE SOURCETYPE DATASET...: writes FILE beside make.sh from the captures of those datasets, and its facts at the end of dataset.yml.
log() {
  local format=$1 file=$2 sourcetype=$3 facts="# From here on written by make.sh." captures=() dataset
  shift 3
  for dataset in "$@"; do captures+=("$datasets/$dataset/capture.pcap"); done
  "$datasets/tools/flows_as_logs.py" "$format" "${captures[@]}" >"$here/$file"
  sed -i "/^$facts\$/,\$d" "$here/dataset.yml"
  {
    echo "$facts"
    echo "made_from:"
    for dataset in "$@"; do echo "  - datasets/$dataset/capture.pcap"; done
    echo "file: $file"
    echo "sourcetype: $sourcetype"
    echo "sha256: $(sha256sum "$here/$file" | cut -d' ' -f1)"
  } >>"$here/dataset.yml"
  echo "$here: $(grep -vc '^#' "$here/$file") records, $(stat -c %s "$here/$file") bytes"
}
