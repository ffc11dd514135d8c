#!/usr/bin/env bash
# IP inside DNS, away from 53: iodine and socat.
. "$(dirname "$0")/../../lib.sh"
needs iodine socat iputils-ping

host desk 10.20.3.14
host tunnel 203.0.113.153
serve tunnel 5355/udp iodined -f -c -p 5355 -P demo 10.99.0.1/27 t.example.net
serve desk 53/udp socat UDP4-LISTEN:53,bind=127.0.0.1,fork UDP4:203.0.113.153:5355

record
on desk iodine -f -r -L0 -T TXT -P demo 127.0.0.1 t.example.net >>"$work/iodine.log" 2>&1 &
for _ in $(seq 60); do on desk ip -4 addr show dns0 2>/dev/null | grep -q inet && break; sleep 0.5; done
sleep 1
quiet desk ping -q -c 4 10.99.0.1
finish iodine socat iputils-ping
