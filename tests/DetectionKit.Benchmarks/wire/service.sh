#!/usr/bin/env bash
# service.sh: the unit file under a real systemd, which is process 1 of namespaces of its own over a throw-away layer of this machine's files. Starts, reloads, exchanges the
# bundle, stops the process so that the watchdog has it started again, kills it, stops it, and starts it with a wrong configuration. Needs systemd, and a cgroup2 mount.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
systemd=$(command -v /lib/systemd/systemd) || { echo "needs systemd" >&2; exit 2; }
groups=$(findmnt -t cgroup2 -n -o TARGET | head -1)
[ -n "$groups" ] || { echo "needs a cgroup2 mount" >&2; exit 2; }
"$dk" sensor --help >/dev/null
app=$(dirname "$(find "$work/app" ${DK:+"$(sed -nE 's/.*dotnet "([^"]*)\/dk.dll".*/\1/p' "$DK")"} -name dk-sensor.dll 2>/dev/null | head -1)")
mkdir "$work/files"
"$dk" pack detections -o "$work/files/first.nupkg" --quiet
cp -r detections "$work/rules"
rm "$work/rules/network/large_outbound_icmp.yml"
"$dk" pack "$work/rules" -o "$work/files/second.nupkg" --quiet
cat >"$work/files/sensor.json" <<'J'
{"bundle":"/etc/detectionkit/bundle.nupkg","allow_unsigned":true,"state":"/var/lib/detectionkit","user":"nobody","inputs":[{"interface":"lo"}],"metrics":"127.0.0.1:9108",
 "sinks":[{"type":"file","path":"/var/log/detectionkit/alerts.jsonl"}]}
J

# What runs within, once the basic units do.
cat >"$work/files/try.sh" <<'T'
#!/bin/bash
bad=0
check() { if [ "$2" = "$3" ]; then echo "$1: $2"; else echo "$1: $2, not $3"; bad=1; fi; }
show() { systemctl show -P "$1" dk-sensor; }
metric() { curl -s http://127.0.0.1:9108/metrics | awk -v name="$1" '{ split($1, part, "{") } part[1] == name { sum += $NF } END { printf "%.0f\n", sum }'; }
until_is() { for _ in $(seq "$1"); do [ "$("${@:3}")" = "$2" ] && break; sleep 0.2; done; }
begin() { systemctl start dk-sensor; }
begin; check "start" $? 0
check "state" "$(show ActiveState)" active
check "its user" "$(awk '/^Uid/ { print $2 }' "/proc/$(show MainPID)/status")" "$(id -u nobody)"
check "its capabilities" "$(awk '/^CapPrm/ { print $2 }' "/proc/$(show MainPID)/status")" 0000000000000000
systemctl reload dk-sensor; check "reload" $? 0
until_is 50 1 metric dk_bundle_swaps_total; check "bundles read again" "$(metric dk_bundle_swaps_total)" 1
check "owner of its folders" "$(stat -c %U /var/lib/detectionkit /var/log/detectionkit /var/lib/detectionkit/accepted.json | sort -u)" nobody
cp /etc/detectionkit/second.nupkg /etc/detectionkit/bundle.nupkg
until_is 100 2 metric dk_bundle_swaps_total; check "bundles exchanged" "$(metric dk_bundle_swaps_total)" 2
check "bundles refused" "$(metric dk_bundle_refusals_total)" 0
old=$(show MainPID); kill -STOP "$old"
until_is 600 1 show NRestarts; until_is 100 active show ActiveState
check "started again by the watchdog" "$(show NRestarts)" 1
kill -KILL "$(show MainPID)"; until_is 100 2 show NRestarts; until_is 100 active show ActiveState; check "started again behind kill -9" "$(show NRestarts)" 2
systemctl stop dk-sensor; check "stop" "$(show ActiveState) $(show Result)" "inactive success"
echo '{"bundel":1}' >/etc/detectionkit/sensor.json
begin; check "start with a wrong configuration" $? 1
journalctl -u dk-sensor --no-pager | grep -m1 'did you mean'
[ $bad = 0 ] && echo all well
systemctl exit $bad
T

# Process 1 to be: lays the files and becomes systemd.
cat >"$work/files/begin.sh" <<B
set -e
layer=\$(mktemp -d)
mount -t tmpfs tmpfs "\$layer"
mkdir "\$layer"/{upper,work,root}
mount -t overlay overlay -o "lowerdir=/,upperdir=\$layer/upper,workdir=\$layer/work" "\$layer/root"
cd "\$layer/root"
mkdir -p opt/dk etc/detectionkit old
cp -r "$app/." opt/dk
printf '#!/bin/sh\nexec %s /opt/dk/dk-sensor.dll "\$@"\n' "$(readlink -f "$(command -v dotnet)")" >usr/local/bin/dk-sensor
cp "$root/src/DetectionKit.Sensor/dk-sensor.service" etc/systemd/system
cp "$work"/files/{first.nupkg,second.nupkg,sensor.json} etc/detectionkit
cp etc/detectionkit/first.nupkg etc/detectionkit/bundle.nupkg
cp "$work/files/try.sh" opt/try.sh
chmod +x usr/local/bin/dk-sensor opt/try.sh
touch opt/out
mount --bind "$work/out" opt/out
rm -rf etc/systemd/system/*.wants
printf '[Service]\nType=oneshot\nExecStart=/opt/try.sh\nStandardOutput=append:/opt/out\nStandardError=append:/opt/out\n' >etc/systemd/system/try.service
printf '[Unit]\nWants=basic.target try.service\n' >etc/systemd/system/try.target
mount -t proc proc proc
mount --rbind /dev dev
mount -t tmpfs tmpfs run
mount -t tmpfs tmpfs tmp
mount -t sysfs sysfs sys
mountpoint -q sys/fs/cgroup || mount -t tmpfs tmpfs sys/fs/cgroup
mount -t cgroup2 cgroup2 sys/fs/cgroup
ip link set lo up
pivot_root . old
umount -l /old
exec env -i container=other PATH="\$PATH" $systemd --system --unit=try.target --show-status=no --log-target=null
B
: >"$work/out"
mkdir -p "$groups/dk$$"
bash -c 'echo $$ >"$1/cgroup.procs"; exec unshare --fork --kill-child --pid --mount --uts --ipc --net --cgroup --propagation private bash "$2"' begin "$groups/dk$$" "$work/files/begin.sh" >"$work/log" 2>&1 || true
find "$groups/dk$$" -depth -type d -exec rmdir {} + 2>/dev/null || true
cat "$work/out"
grep -q 'all well' "$work/out" || { tail -5 "$work/log"; exit 1; }
