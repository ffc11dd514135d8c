#!/usr/bin/env bash
# Fragments that contradict each other: scapy.
. "$(dirname "$0")/../../lib.sh"
needs python3-scapy

host desk 10.20.3.14
host far 203.0.113.60

record 'udp or (ip[6:2] & 0x3fff != 0)'
on desk /usr/bin/python3 - <<'SEND' 2>/dev/null
from scapy.all import IP, UDP, Raw, raw, send

for number in range(6):
    whole = raw(IP(dst="203.0.113.60") / UDP(sport=41000 + number, dport=9999) / Raw(bytes(range(256)) * 4))[20:]
    first = IP(dst="203.0.113.60", id=900 + number, proto=17, flags="MF") / Raw(whole[:520])
    if number % 2:  # begins 8 bytes early, and says something else there
        second = IP(dst="203.0.113.60", id=900 + number, proto=17, frag=64) / Raw(b"\xee" * 8 + whole[520:])
    else:  # lies within the first
        second = IP(dst="203.0.113.60", id=900 + number, proto=17, frag=3) / Raw(whole[24:60])
    send([first, second], verbose=False)
SEND
finish python3-scapy
