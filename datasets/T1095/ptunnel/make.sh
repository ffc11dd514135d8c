#!/usr/bin/env bash
# TCP inside echo requests and replies: ptunnel, curl and nginx.
. "$(dirname "$0")/../../lib.sh"
needs ptunnel nginx-light curl openssl

host desk 10.20.3.14
host proxy 198.51.100.7
host web 203.0.113.80
web web shop.example.net 80
on proxy sysctl -qw net.ipv4.icmp_echo_ignore_all=1
on proxy ptunnel -c eth0 >/dev/null 2>&1 &
serve desk 8000 ptunnel -p 198.51.100.7 -lp 8000 -da 203.0.113.80 -dp 80
head -c 20000 /dev/urandom >"$work/upload.bin"
sleep 1

record
quiet desk curl -s -m 20 http://127.0.0.1:8000/prices.csv
quiet desk curl -s -m 30 --data-binary @"$work/upload.bin" http://127.0.0.1:8000/drop
finish ptunnel nginx-light curl
