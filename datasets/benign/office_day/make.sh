#!/usr/bin/env bash
# A day of mixed traffic on which nothing may fire.
. "$(dirname "$0")/../../lib.sh"
needs nginx-light curl openssl openssh-server openssh-client dnsmasq-base bind9-dnsutils python3-aiosmtpd swaks libnet-ssleay-perl dovecot-imapd \
  dovecot-pop3d chrony samba smbclient avahi-daemon avahi-utils llmnrd udhcpc iputils-ping

host anna 10.20.3.14
host ben 10.20.3.15
host guest
host files 10.20.0.40
host relay 10.20.0.25
host names 10.20.0.53
host printer 10.20.0.60
host shop 203.0.113.80
host far 198.51.100.22
host mx 198.51.100.25
host provider 198.51.100.143
host clock 192.0.2.123

web shop shop.example.net 80 "443 ssl"
web files wiki.example.com 8080 "8443 ssl"
ssh_server far 22
dns_server names 53 --dhcp-range=10.20.3.16,10.20.3.16,255.255.0.0,1h --dhcp-option=3,10.20.0.1 --dhcp-leasefile="$work/leases" --dhcp-authoritative
certificate mail.example.org
tls=(--tlscert "$work/mail.example.org.crt" --tlskey "$work/mail.example.org.key")
smtp_server relay 25
smtp_server relay 587 "${tls[@]}"
smtp_server mx 465 --smtpscert "$work/mail.example.org.crt" --smtpskey "$work/mail.example.org.key"
smtp_server mx 25 "${tls[@]}"
mailboxes provider
time_server clock
file_server files
announcer printer printer
announcer ben ben
llmnr_responder ben ben-pc

record 'ip or arp'
quiet guest busybox udhcpc -f -q -n -i eth0 -s "$(lease_script)"
for who in anna ben; do
  quiet $who dig @10.20.0.53 shop.example.net
  quiet $who dig @10.20.0.53 www.example.net AAAA
  quiet $who curl -s --resolve shop.example.net:80:203.0.113.80 http://shop.example.net/ http://shop.example.net/prices.csv
  quiet $who curl -sk --resolve shop.example.net:443:203.0.113.80 https://shop.example.net/
  ask_time $who 192.0.2.123
done
quiet guest dig +tcp @10.20.0.53 example.org MX
quiet guest curl -sk --resolve shop.example.net:443:203.0.113.80 https://shop.example.net/
quiet anna curl -s --resolve wiki.example.com:8080:10.20.0.40 http://wiki.example.com:8080/
quiet ben curl -sk --resolve wiki.example.com:8443:10.20.0.40 https://wiki.example.com:8443/ --data q=holidays https://wiki.example.com:8443/drop
ssh_login anna 198.51.100.22 22 'ls -l /usr/bin | head -20'
send_mail anna 10.20.0.25:25
send_mail ben 10.20.0.25:587 --tls
send_mail relay 198.51.100.25:25 --tls
send_mail guest 198.51.100.25:465 --tls-on-connect
on anna curl -sk -u anna:letmein imaps://198.51.100.143/INBOX >/dev/null
on anna curl -sk -u anna:letmein pop3s://198.51.100.143/1 >/dev/null
on ben curl -sk --ssl-reqd -u anna:letmein pop3://198.51.100.143/1 >/dev/null
on ben smbclient -N -s "$work/smb.conf" //10.20.0.40/share -c 'ls; get prices.csv /dev/null' >/dev/null 2>&1
quiet ben nmblookup -s "$work/smb.conf" -B 10.20.255.255 FILES
quiet anna llmnr-query -c 1 -T A ben-pc
quiet anna dig +time=1 +tries=1 -p 5353 @224.0.0.251 printer.local
quiet anna ping -q -c 10 -i 0.1 198.51.100.22
quiet anna ping -q -c 4 -i 0.1 10.20.0.40
finish nginx-light curl openssl openssh-server openssh-client dnsmasq-base bind9-dnsutils python3-aiosmtpd swaks dovecot-imapd \
  chrony samba smbclient avahi-daemon llmnrd busybox iputils-ping
