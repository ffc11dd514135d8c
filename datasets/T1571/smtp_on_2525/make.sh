#!/usr/bin/env bash
# SMTP on 2525: aiosmtpd and swaks.
. "$(dirname "$0")/../../lib.sh"
needs python3-aiosmtpd swaks

host desk 10.20.3.14
host relay 198.51.100.25
smtp_server relay 2525

record
send_mail desk 198.51.100.25:2525
send_mail desk 198.51.100.25:2525 --attach @/usr/share/common-licenses/BSD
finish python3-aiosmtpd swaks
