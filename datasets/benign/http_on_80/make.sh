#!/usr/bin/env bash
# HTTP where it belongs: 80 outside, 8080 inside.
. "$(dirname "$0")/../../lib.sh"
needs nginx-light curl

host desk 10.20.3.14
host wiki 10.20.0.41
host shop 203.0.113.80
web shop shop.example.net 80
web wiki wiki.example.com 8080

record
quiet desk curl -s --resolve shop.example.net:80:203.0.113.80 http://shop.example.net/ http://shop.example.net/prices.csv http://shop.example.net/none
quiet desk curl -s --resolve wiki.example.com:8080:10.20.0.41 http://wiki.example.com:8080/ --data "q=holidays" http://wiki.example.com:8080/drop
finish nginx-light curl
