#!/usr/bin/env bash
# DNS where it belongs, with an EDNS answer that is large enough to be fragmented.
. "$(dirname "$0")/../../lib.sh"
needs dnsmasq-base bind9-dnsutils

host desk 10.20.3.14
host local 10.20.0.53
host far 203.0.113.153
dns_server local 53
mapfile -t big < <(for n in $(seq 14); do printf -- '--txt-record=big.example.org,%s%0240d\n' "$n" 0; done)
dns_server far 53 --edns-packet-max=4096 "${big[@]}"

record
for name in shop.example.net www.example.net mail.example.org none.example.net; do quiet desk dig @10.20.0.53 "$name"; done
quiet desk dig @10.20.0.53 shop.example.net AAAA
quiet desk dig @10.20.0.53 -x 203.0.113.80
quiet desk dig @203.0.113.153 example.org MX
quiet desk dig @203.0.113.153 example.org TXT
quiet desk dig +tcp @203.0.113.153 shop.example.net
quiet desk dig +bufsize=4096 +ignore @203.0.113.153 big.example.org TXT
finish dnsmasq-base bind9-dnsutils
