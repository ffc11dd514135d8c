#!/usr/bin/env bash
# TLS where name and certificate belong together in the ways that they can: an asterisk, several names, no name asked for.
. "$(dirname "$0")/../../lib.sh"
needs nginx-light curl openssl

host desk 10.20.3.14
host far 203.0.113.80
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 90 -subj "/CN=example.net" \
  -addext "subjectAltName=DNS:example.net,DNS:*.example.net,DNS:shop.example.org,IP:203.0.113.80" -keyout "$work/example.net.key" -out "$work/example.net.crt" 2>/dev/null
certificate() { :; } # made above
web far example.net "443 ssl"

record
for name in example.net www.example.net SHOP.example.org; do quiet desk curl -sk --tls-max 1.2 --resolve "$name:443:203.0.113.80" "https://$name/"; done
quiet desk curl -sk --tls-max 1.2 https://203.0.113.80/
quiet desk curl -sk --resolve www.example.net:443:203.0.113.80 https://www.example.net/
finish nginx-light curl openssl
