#!/usr/bin/env bash
# FTP on an odd port.
. "$(dirname "$0")/../../lib.sh"
needs vsftpd curl

host desk 10.20.3.14
host drop 203.0.113.21
ftp_server drop 2121
head -c 5000 /dev/urandom | base64 >"$work/list.txt"

record
on desk curl -s -T "$work/list.txt" ftp://203.0.113.21:2121/in/list.txt
quiet desk curl -s ftp://203.0.113.21:2121/prices.csv
finish vsftpd curl
