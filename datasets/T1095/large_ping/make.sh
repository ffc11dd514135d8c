#!/usr/bin/env bash
# Data in the payload of echo requests.
. "$(dirname "$0")/../../lib.sh"
needs iputils-ping

host desk 10.20.3.14
host far 198.51.100.7

record
on desk ping -q -c 40 -i 0.2 -s 1400 -p 5365637265742064617461 198.51.100.7 >/dev/null
finish iputils-ping
