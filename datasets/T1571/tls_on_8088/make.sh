#!/usr/bin/env bash
# HTTPS to an outside server on port 8088: nginx and curl.
. "$(dirname "$0")/../../lib.sh"
needs nginx-light curl openssl

host desk 10.20.3.14
host web 203.0.113.80

web web files.example.net "8088 ssl"

record
fetch() { quiet desk curl -sk --resolve files.example.net:8088:203.0.113.80 "$@"; }
fetch https://files.example.net:8088/
head -c 6000 /dev/urandom >"$work/upload.bin"
fetch --tls-max 1.2 --data-binary @"$work/upload.bin" https://files.example.net:8088/drop
finish nginx-light curl openssl
