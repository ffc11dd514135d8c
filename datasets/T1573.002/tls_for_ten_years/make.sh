#!/usr/bin/env bash
# TLS with a certificate that its server issued to itself for ten years.
. "$(dirname "$0")/../../lib.sh"
needs nginx-light curl openssl

host desk 10.20.3.14
host far 203.0.113.66
openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj "/C=US/O=Internet Widgits Pty Ltd/CN=203.0.113.66" -addext "subjectAltName=IP:203.0.113.66" \
  -keyout "$work/203.0.113.66.key" -out "$work/203.0.113.66.crt" 2>/dev/null
certificate() { :; } # made above
web far 203.0.113.66 "443 ssl"

record
for n in 1 2 3; do quiet desk curl -sk --tls-max 1.2 "https://203.0.113.66/?$n"; done
finish nginx-light curl openssl
