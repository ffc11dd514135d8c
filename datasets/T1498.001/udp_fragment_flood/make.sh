#!/usr/bin/env bash
# First fragments without an end: hping3.
. "$(dirname "$0")/../../lib.sh"
needs hping3

host desk 10.20.3.14
host far 203.0.113.60

record 'udp or (ip[6:2] & 0x3fff != 0)'
quiet desk hping3 --udp --morefrag --destport 9999 --data 96 --interval u2000 --count 1200 203.0.113.60
finish hping3
