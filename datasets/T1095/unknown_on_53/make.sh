#!/usr/bin/env bash
# Scrambled bytes through the hole that is meant for DNS: scrambled.py on both sides.
. "$(dirname "$0")/../../lib.sh"
needs python3

host desk 10.20.3.14
host control 192.0.2.53
serve control 53/udp /usr/bin/python3 "$here/../../scrambled.py" serve udp 0.0.0.0 53
serve control 53 /usr/bin/python3 "$here/../../scrambled.py" serve tcp 0.0.0.0 53

record
for kind in udp tcp udp; do on desk /usr/bin/python3 "$here/../../scrambled.py" talk $kind 192.0.2.53 53; done
finish python3
