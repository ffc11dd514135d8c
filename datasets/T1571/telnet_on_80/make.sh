#!/usr/bin/env bash
# A terminal through the hole that is meant for the web: telnetd and telnet.
. "$(dirname "$0")/../../lib.sh"
needs inetutils-telnetd inetutils-telnet socat

host desk 10.20.3.14
host far 198.51.100.23
serve far 80 socat TCP4-LISTEN:80,fork,reuseaddr EXEC:"telnetd -h -E /bin/sh",nofork

record
{ sleep 1; echo 'echo hello'; sleep 0.5; echo 'head -20 /usr/share/common-licenses/BSD'; sleep 0.5; echo exit; sleep 0.5; } | on desk telnet 198.51.100.23 80 >"$work/seen" 2>&1 || true
finish inetutils-telnetd inetutils-telnet socat
