#!/usr/bin/env bash
# HTTPS where it belongs: 443 and 8443, outside and inside.
. "$(dirname "$0")/../../lib.sh"
needs nginx-light curl openssl

host desk 10.20.3.14
host admin 10.20.0.8
host appliance 10.20.0.40
host shop 203.0.113.80
web shop shop.example.net "443 ssl"
web appliance appliance.example.com "8443 ssl" "443 ssl"

record
quiet desk curl -sk --resolve shop.example.net:443:203.0.113.80 https://shop.example.net/ https://shop.example.net/prices.csv
quiet desk curl -sk --tls-max 1.2 --resolve shop.example.net:443:203.0.113.80 https://shop.example.net/
quiet admin curl -sk --resolve appliance.example.com:8443:10.20.0.40 https://appliance.example.com:8443/
quiet admin curl -sk --resolve appliance.example.com:443:10.20.0.40 https://appliance.example.com/
finish nginx-light curl openssl
