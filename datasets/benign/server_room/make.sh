#!/usr/bin/env bash
# What servers say to each other, each on its own port; nothing may fire.
. "$(dirname "$0")/../../lib.sh"
needs tinyproxy-bin nginx-light curl openssl knot-dnsutils socat dnsmasq-base redis-server redis-tools memcached mosquitto mosquitto-clients snmpd snmp \
  rsync git vsftpd openssh-server openssh-client bsdutils python3

host app 10.20.0.70
host store 10.20.0.71
host watch 10.20.0.72
host shop 203.0.113.80
host resolver 203.0.113.153

web shop shop.example.net 80 "443 ssl"
printf 'Port 3128\nTimeout 60\nMaxClients 10\nAllow 10.20.0.0/16\nConnectPort 443\n' >"$work/proxy.conf"
serve watch 3128 tinyproxy -d -c "$work/proxy.conf"
dns_server resolver 53
certificate resolver.example.net
serve resolver 853 socat "OPENSSL-LISTEN:853,fork,reuseaddr,cert=$work/resolver.example.net.pem,verify=0" TCP4:127.0.0.1:53
serve store 6379 redis-server --bind 0.0.0.0 --protected-mode no --save '' --dir "$work"
serve store 11211 memcached -u root -l 0.0.0.0 -U 0
certificate broker.example.com
printf 'allow_anonymous true\nuser root\nlistener 1883\nlistener 8883\ncertfile %s.crt\nkeyfile %s.key\n' "$work/broker.example.com" "$work/broker.example.com" >"$work/mqtt.conf"
serve store 8883 mosquitto -c "$work/mqtt.conf"
printf 'agentaddress udp:161\nrocommunity public\nsysName app\nsysLocation rack\n' >"$work/snmpd.conf"
serve app 161/udp snmpd -f -Lo -C -c "$work/snmpd.conf" -I system_mib -p "$work/snmpd.pid"
serve watch 514/udp socat -u UDP4-RECV:514 OPEN:/dev/null
serve watch 9000/udp socat -u -b 65000 UDP4-RECV:9000 OPEN:/dev/null
mkdir "$work/pub"
seq -f 'item %g,12.90' 1 300 >"$work/pub/prices.csv"
printf 'uid = root\ngid = root\nuse chroot = no\n[pub]\npath = %s\n' "$work/pub" >"$work/rsyncd.conf"
serve store 873 rsync --daemon --no-detach --config="$work/rsyncd.conf"
git init -q --bare "$work/pub/demo.git"
serve store 9418 git -c safe.directory='*' daemon --reuseaddr --export-all --enable=receive-pack --base-path="$work/pub"
serve store 69/udp dnsmasq --no-daemon --conf-file=/dev/null --user=root --pid-file= --port=0 --enable-tftp --tftp-root="$work/pub"
ftp_server store 21
ssh_server store 22
ssh_server app 2222

record
quiet app curl -sk -x http://10.20.0.72:3128 https://203.0.113.80/prices.csv
quiet app curl -s -x http://10.20.0.72:3128 http://203.0.113.80/
quiet app kdig +tls @203.0.113.153 shop.example.net mail.example.org
for key in a b c; do quiet app redis-cli -h 10.20.0.71 set $key value; quiet app redis-cli -h 10.20.0.71 get $key; done
printf 'set a 0 60 5\r\nhello\r\nget a\r\nquit\r\n' | quiet_in app socat - TCP4:10.20.0.71:11211
quiet app mosquitto_pub -h 10.20.0.71 -i app -t doors/1 -m open
quiet app mosquitto_pub -h 10.20.0.71 -i app -p 8883 --cafile "$work/broker.example.com.crt" --insecure -t doors/1 -m shut
quiet watch snmpwalk -v2c -c public 10.20.0.70 1.3.6.1.2.1.1
for line in 'service started' 'disk at 40 percent' 'service stopped'; do quiet app logger -n 10.20.0.72 -P 514 -d --rfc3164 -t backup "$line"; done
quiet app rsync rsync://10.20.0.71/pub/prices.csv "$work/copy.csv"
quiet app git clone git://10.20.0.71/demo.git "$work/clone"
quiet app curl -s tftp://10.20.0.71/prices.csv
on app curl -s ftp://10.20.0.71/prices.csv >/dev/null
ssh_login app 10.20.0.71 22 'true'
ssh_login watch 10.20.0.70 2222 'true'
on app /usr/bin/python3 -c '
import os, socket, time
sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for block in range(6):
    sender.sendto(block.to_bytes(4, "big") + bytes(8188), ("10.20.0.72", 9000))
    time.sleep(0.1)'
finish tinyproxy-bin nginx-light curl openssl knot-dnsutils socat dnsmasq-base redis-server memcached mosquitto snmpd rsync git vsftpd openssh-server \
  bsdutils
