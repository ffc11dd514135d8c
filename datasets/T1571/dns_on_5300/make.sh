#!/usr/bin/env bash
# DNS with a resolver of one's own choice on another port: dnsmasq and dig.
. "$(dirname "$0")/../../lib.sh"
needs dnsmasq-base bind9-dnsutils

host desk 10.20.3.14
host resolver 203.0.113.153
dns_server resolver 5300

record
for name in shop.example.net mail.example.org none.example.net; do quiet desk dig -p 5300 @203.0.113.153 "$name"; done
quiet desk dig -p 5300 @203.0.113.153 example.org TXT
quiet desk dig +tcp -p 5300 @203.0.113.153 example.org MX
finish dnsmasq-base bind9-dnsutils
