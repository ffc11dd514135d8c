#!/usr/bin/env bash
# ICMP as people use it.
. "$(dirname "$0")/../../lib.sh"
needs iputils-ping

host desk 10.20.3.14 fd20::3:14
host peer 10.20.3.15 fd20::3:15
host far 198.51.100.7 2001:db8::7

record 'icmp or icmp6'
on desk ping -q -c 40 -i 0.1 198.51.100.7 >/dev/null
on desk ping -q -c 3 -i 0.2 -M "do" -s 1472 198.51.100.7 >/dev/null
quiet desk ping -c 1 -t 1 198.51.100.7
on desk ping -q -c 12 -i 0.1 -s 1400 10.20.3.15 >/dev/null
on desk ping -q -c 5 -i 0.1 2001:db8::7 >/dev/null
on desk ping -q -c 3 -i 0.1 fd20::3:15 >/dev/null
finish iputils-ping
