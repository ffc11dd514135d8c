#!/usr/bin/env bash
# Mail that leaves readable by everyone on the way.
. "$(dirname "$0")/../../lib.sh"
needs python3-aiosmtpd swaks

host desk 10.20.3.14
host relay 198.51.100.25
smtp_server relay 25
smtp_server relay 587

record
send_mail desk 198.51.100.25:25 --attach @/usr/share/common-licenses/BSD
send_mail desk 198.51.100.25:587 --attach @/usr/share/common-licenses/Artistic
finish python3-aiosmtpd swaks
