#!/usr/bin/env bash
# Zeek's conn.log of the captures of protocols on foreign ports.
. "$(dirname "$0")/../../tools/log.sh"
log zeek conn.log zeek:conn \
  T1571/http_on_8088 \
  T1571/http_on_53 \
  T1571/tls_on_8088 \
  T1571/tls_on_4444 \
  T1571/smtp_on_2525 \
  T1571/dns_on_5300 \
  T1571/ssh_on_443 \
  T1571/ssh_on_53 \
  T1571/ftp_on_443
