#!/usr/bin/env bash
# IP inside DNS: iodine, ping, curl and nginx.
. "$(dirname "$0")/../../lib.sh"
needs iodine iputils-ping nginx-light curl openssl

host desk 10.20.3.14
host tunnel 203.0.113.153
serve tunnel 53/udp iodined -f -c -P demo 10.99.0.1/27 t.example.net
web tunnel shop.example.net 80

record
on desk iodine -f -r -L0 -T NULL -P demo 203.0.113.153 t.example.net >>"$work/iodine.log" 2>&1 &
for _ in $(seq 60); do on desk ip -4 addr show dns0 2>/dev/null | grep -q inet && break; sleep 0.5; done
sleep 1
quiet desk ping -q -c 4 10.99.0.1
quiet desk curl -s -m 20 http://10.99.0.1/prices.csv
finish iodine iputils-ping nginx-light curl
