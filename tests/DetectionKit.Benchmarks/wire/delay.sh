#!/usr/bin/env bash
# delay.sh [CONNECTIONS]: how long after a connection has said what it speaks its alert stands at the sink. One after the other, connections to an odd port (default: 40, in about 20 s)
# say an SSH banner and stay open; a rule that reads identity fields alone waits for them. Prints the seconds from the banner to the alert: median, most. Needs python3.
set -euo pipefail
connections=${1:-40}
. "$(dirname "$0")/lib.sh"
lay
ip -n $left addr add 10.91.0.1/24 dev dkv0
ip -n $right addr add 10.91.0.2/24 dev dkv1
mkdir "$work/rules"
cat >"$work/rules/ssh_on_an_odd_port.yml" <<'Y'
name: SSH on an Odd Port
id: 5d7a5f0e-3d0b-4d0c-9a57-6f1f3c6d1a02
version: 1
date: '2026-01-01'
author: DetectionKit
status: production
type: TTP
description: Names connections.
data_source: []
search: '| tstats count from datamodel=Network_Traffic where All_Traffic.app=ssh NOT All_Traffic.dest_port=22 by All_Traffic.src All_Traffic.src_port All_Traffic.dest_port'
how_to_implement: For a measurement.
known_false_positives: None.
references: []
tags:
  analytic_story: []
  asset_type: Network
  mitre_attack_id: []
  product: [Splunk Enterprise]
  security_domain: network
tests: []
Y
"$dk" pack "$work/rules" --content "$work/rules" -o "$work/detections.nupkg" --quiet
cat >"$work/sensor.json" <<J
{"bundle":"$work/detections.nupkg","allow_unsigned":true,"state":"$work/state","spool":{"fsync":"never"},
 "inputs":[{"interface":"dkv1","promiscuous":true}],"sinks":[{"type":"webhook","url":"http://127.0.0.1:8089/"}]}
J
cat >"$work/ends.py" <<'P'
import http.server, json, random, socket, sys, threading, time
role, path = sys.argv[1], sys.argv[2]
if role == "talk":
    held = []
    with open(path, "w") as out:
        for _ in range(int(sys.argv[3])):
            one = socket.create_connection(("10.91.0.2", 2022))
            one.recv(100)
            one.sendall(b"SSH-2.0-OpenSSH_9.6\r\n")
            print(json.dumps({"port": one.getsockname()[1], "at": time.time()}), file=out, flush=True)
            held.append(one)
            time.sleep(random.uniform(0.1, 0.9))
    time.sleep(10)
else:
    def answer():
        listener, held = socket.create_server(("10.91.0.2", 2022)), []
        while True:
            held.append(listener.accept()[0])
            held[-1].sendall(b"SSH-2.0-OpenSSH_9.6\r\n")
    class Taker(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            with open(path, "a") as out:
                for alert in json.loads(body) if body.lstrip().startswith(b"[") else map(json.loads, body.splitlines()):
                    out.write(json.dumps({"port": alert["row"]["All_Traffic.src_port"], "at": time.time(), "final": alert["final"], "id": alert["alert_id"]}) + "\n")
            self.send_response(200)
            self.end_headers()
        def log_message(self, *_):
            pass
    threading.Thread(target=answer, daemon=True).start()
    http.server.HTTPServer(("127.0.0.1", 8089), Taker).serve_forever()
P
touch "$work/taken"
there python3 "$work/ends.py" take "$work/taken" &
taker=$!
sensor "$work/sensor.json"
ip netns exec $left python3 "$work/ends.py" talk "$work/said" "$connections"
end
kill $taker
wait $taker 2>/dev/null || true
jq -rn --slurpfile said "$work/said" --slurpfile taken "$work/taken" '
  ($taken | map(select(.final | not)) | map({key: (.port | tostring), value: .at}) | from_entries) as $first
  | ($taken | map(.id) | unique | length) as $ids
  | [$said[] | select($first[.port | tostring]) | $first[.port | tostring] - .at] | sort
  | if length == 0 then "no alert before the end" else "\(length) of \($said | length) alerts before the end, of \($ids) names: median \(.[length / 2 | floor] * 100 | round / 100) s, most \(.[-1] * 100 | round / 100) s" end'
