#!/usr/bin/env bash
# Mail as it should be: what leaves asks for TLS.
. "$(dirname "$0")/../../lib.sh"
needs python3-aiosmtpd swaks libnet-ssleay-perl openssl

host desk 10.20.3.14
host relay 10.20.0.25
host far 198.51.100.25
certificate mail.example.org
tls=(--tlscert "$work/mail.example.org.crt" --tlskey "$work/mail.example.org.key")
smtp_server relay 25
smtp_server relay 587 "${tls[@]}"
smtp_server far 25 "${tls[@]}"

record
send_mail desk 10.20.0.25:25
send_mail desk 10.20.0.25:587 --tls
send_mail relay 198.51.100.25:25 --tls
finish python3-aiosmtpd swaks libnet-ssleay-perl openssl
