#!/usr/bin/env bash
# Long names that are asked for in all honesty: a mail server looks up IPv6 addresses and block lists, a browser a delivery network's hosts.
. "$(dirname "$0")/../../lib.sh"
needs dnsmasq-base bind9-dnsutils

host desk 10.20.3.14
host mail 10.20.0.25
host local 10.20.0.53
dns_server local 53 --address=/list.example.org/127.0.0.2 --address=/edge.example.net/203.0.113.80

record
for n in $(seq 30); do quiet mail dig @10.20.0.53 -x "2001:db8:4e:$n::$((n * 7 % 31)):25"; done
for n in $(seq 30); do quiet mail dig @10.20.0.53 "$n.$((n * 37 % 251)).51.198.list.example.org"; done
for n in $(seq 12); do quiet desk dig @10.20.0.53 "r$n---sn-4g5e6n7$n.static-content-delivery.edge.example.net"; done
quiet mail dig @10.20.0.53 default._domainkey.example.org TXT
finish dnsmasq-base bind9-dnsutils
