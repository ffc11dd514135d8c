#!/usr/bin/env bash
# SMTP with STARTTLS on an odd port.
. "$(dirname "$0")/../../lib.sh"
needs python3-aiosmtpd swaks libnet-ssleay-perl openssl

host desk 10.20.3.14
host relay 198.51.100.25
certificate mail.example.org
smtp_server relay 10587 --tlscert "$work/mail.example.org.crt" --tlskey "$work/mail.example.org.key"

record
send_mail desk 198.51.100.25:10587 --tls
finish python3-aiosmtpd swaks libnet-ssleay-perl openssl
