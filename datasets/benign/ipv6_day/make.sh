#!/usr/bin/env bash
# The office's usual services over IPv6; nothing may fire.
. "$(dirname "$0")/../../lib.sh"
needs nginx-light curl openssl openssh-server openssh-client dnsmasq-base bind9-dnsutils python3-aiosmtpd swaks libnet-ssleay-perl iputils-ping

host anna 10.20.3.14 fd20::3:14
host names 10.20.0.53 fd20::53
host shop 203.0.113.80 2001:db8::80
host far 198.51.100.22 2001:db8::22

web shop shop.example.net "[::]:80" "[::]:443 ssl"
ssh_server far 22
mapfile -t big < <(for n in $(seq 14); do printf -- '--txt-record=big.example.org,%s%0240d\n' "$n" 0; done)
dns_server names 53 --edns-packet-max=4096 "${big[@]}"
certificate mail.example.org
smtp_server far 587 --tlscert "$work/mail.example.org.crt" --tlskey "$work/mail.example.org.key"

record 'ip or ip6'
quiet anna dig @fd20::53 shop.example.net AAAA
quiet anna dig +tcp @fd20::53 example.org MX
quiet anna dig +bufsize=4096 +ignore @fd20::53 big.example.org TXT
quiet anna curl -s --resolve 'shop.example.net:80:[2001:db8::80]' http://shop.example.net/prices.csv
quiet anna curl -sk --resolve 'shop.example.net:443:[2001:db8::80]' https://shop.example.net/
ssh_login anna 2001:db8::22 22 'ls -l /usr/bin | head -20'
send_mail anna 198.51.100.22:587 --tls
quiet anna dig +time=1 +tries=1 -p 5353 @ff02::fb printer.local
quiet anna ping -q -c 10 -i 0.1 2001:db8::22
finish nginx-light curl openssl openssh-server openssh-client dnsmasq-base bind9-dnsutils python3-aiosmtpd swaks iputils-ping
