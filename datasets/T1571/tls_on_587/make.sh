#!/usr/bin/env bash
# HTTPS on 587, the port of mail submission: nginx and curl, as an implant would beacon.
. "$(dirname "$0")/../../lib.sh"
needs nginx-light curl openssl

host desk 10.20.3.14
host web 198.51.100.25
web web mail.example.org "587 ssl"

record
for beat in 1 2 3 4; do
  quiet desk curl -sk --resolve mail.example.org:587:198.51.100.25 --data "id=14&beat=$beat" https://mail.example.org:587/drop
  sleep 1
done
finish nginx-light curl openssl
