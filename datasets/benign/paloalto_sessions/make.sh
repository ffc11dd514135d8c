#!/usr/bin/env bash
# Palo Alto traffic records of the captures of ordinary traffic.
. "$(dirname "$0")/../../tools/log.sh"
log paloalto traffic.log pan:traffic \
  benign/office_day \
  benign/server_room \
  benign/http_on_80 \
  benign/dns_on_53 \
  benign/tls_on_443 \
  benign/ssh_on_22 \
  benign/smtp_on_25_and_587 \
  benign/quic_on_443
