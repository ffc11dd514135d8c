#!/usr/bin/env bash
# TLS that asks for one name and gets another's certificate: the client does not mind.
. "$(dirname "$0")/../../lib.sh"
needs nginx-light curl openssl

host desk 10.20.3.14
host far 203.0.113.66
web far panel.example.net "443 ssl"

record
for n in 1 2 3; do quiet desk curl -sk --tls-max 1.2 --resolve www.example.com:443:203.0.113.66 "https://www.example.com/?$n"; done
quiet desk curl -sk --tls-max 1.2 --resolve login.example.org:443:203.0.113.66 https://login.example.org/
finish nginx-light curl openssl
