#!/usr/bin/env bash
# Unicast DNS behind the port of multicast DNS.
. "$(dirname "$0")/../../lib.sh"
needs dnsmasq-base bind9-dnsutils

host desk 10.20.3.14
host resolver 203.0.113.153
dns_server resolver 5353

record
for name in shop.example.net www.example.net mail.example.org; do quiet desk dig -p 5353 @203.0.113.153 "$name"; done
quiet desk dig -p 5353 @203.0.113.153 shop.example.net AAAA
finish dnsmasq-base bind9-dnsutils
