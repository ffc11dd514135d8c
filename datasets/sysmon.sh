# For a make.sh beside a scenario.txt: writes the events after Sysmon's schema, and what they are into dataset.yml.
set -euo pipefail
folder=$(cd "$(dirname "$0")" && pwd)
python3 "$folder/../../sysmon.py" "$folder/scenario.txt" > "$folder/sysmon.log"
facts=$(sed '/^# From here on written by make.sh/q' "$folder/dataset.yml")
{
  echo "$facts"
  echo "made_with:"
  echo "  - datasets/sysmon.py, after Sysmon's schema 4.90; no host recorded them"
  echo "file: sysmon.log"
  echo "sourcetype: XmlWinEventLog"
  echo "sha256: $(sha256sum "$folder/sysmon.log" | cut -d' ' -f1)"
  echo "events: $(wc -l < "$folder/sysmon.log")"
} > "$folder/dataset.yml.new"
mv "$folder/dataset.yml.new" "$folder/dataset.yml"
