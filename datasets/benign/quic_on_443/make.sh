#!/usr/bin/env bash
# HTTP/3 where it belongs: ngtcp2's client and server.
. "$(dirname "$0")/../../lib.sh"
needs ngtcp2-client ngtcp2-server openssl

host desk 10.20.3.14
host shop 203.0.113.80
quic_server shop 443 shop.example.net

record
quic_fetch desk 203.0.113.80 443 shop.example.net index.html
quic_fetch desk 203.0.113.80 443 shop.example.net prices.csv
finish ngtcp2-client ngtcp2-server openssl
