#!/usr/bin/env bash
# POP3 and IMAP in clear with an outside provider: Dovecot and curl.
. "$(dirname "$0")/../../lib.sh"
needs dovecot-imapd dovecot-pop3d curl openssl

host desk 10.20.3.14
host provider 198.51.100.143
mailboxes provider

record
on desk curl -s -u anna:letmein pop3://198.51.100.143/ >/dev/null
on desk curl -s -u anna:letmein pop3://198.51.100.143/1 >/dev/null
on desk curl -s -u anna:letmein imap://198.51.100.143/ >/dev/null
on desk curl -s -u anna:letmein 'imap://198.51.100.143/INBOX;MAILINDEX=1' >/dev/null
finish dovecot-imapd dovecot-pop3d curl
