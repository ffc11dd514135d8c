#!/usr/bin/env bash
# Questions that hide in fragments of 8 bytes: scapy and dnsmasq.
. "$(dirname "$0")/../../lib.sh"
needs python3-scapy dnsmasq-base

host desk 10.20.3.14
host resolver 203.0.113.153
dns_server resolver 53

record
on desk /usr/bin/python3 - <<'SEND' 2>/dev/null
from scapy.all import DNS, DNSQR, IP, UDP, fragment, send

for number, name in enumerate(["shop.example.net", "mail.example.org", "www.example.net", "wiki.example.com"]):
    question = DNS(id=4000 + number, rd=1, qd=DNSQR(qname=name))
    send(fragment(IP(dst="203.0.113.153", id=700 + number) / UDP(sport=42000 + number, dport=53) / question, fragsize=8), verbose=False)
SEND
finish python3-scapy dnsmasq-base
