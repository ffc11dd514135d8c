#!/usr/bin/env bash
# HTTP/3 through the hole that is meant for DNS.
. "$(dirname "$0")/../../lib.sh"
needs ngtcp2-client ngtcp2-server openssl

host desk 10.20.3.14
host far 203.0.113.53
quic_server far 53 ns.example.net

record
quic_fetch desk 203.0.113.53 53 ns.example.net index.html
quic_fetch desk 203.0.113.53 53 ns.example.net prices.csv
finish ngtcp2-client ngtcp2-server openssl
