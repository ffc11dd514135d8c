#!/usr/bin/env bash
# Scrambled bytes through the hole that is meant for mail: scrambled.py on both sides.
. "$(dirname "$0")/../../lib.sh"
needs python3

host desk 10.20.3.14
host control 192.0.2.25
serve control 25 /usr/bin/python3 "$here/../../scrambled.py" serve tcp 0.0.0.0 25

record
for _ in 1 2 3; do on desk /usr/bin/python3 "$here/../../scrambled.py" talk tcp 192.0.2.25 25; done
finish python3
