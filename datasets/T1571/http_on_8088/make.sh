#!/usr/bin/env bash
# HTTP in clear to an outside server on port 8088.
. "$(dirname "$0")/../../lib.sh"
needs nginx-light curl

host desk 10.20.3.14
host web 203.0.113.80
web web files.example.net 8088

record
quiet desk curl -s --resolve files.example.net:8088:203.0.113.80 http://files.example.net:8088/
quiet desk curl -s --resolve files.example.net:8088:203.0.113.80 http://files.example.net:8088/prices.csv
finish nginx-light curl
