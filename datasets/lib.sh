# shellcheck shell=bash
# Shared by every make.sh: a small internet in network namespaces, real programs in it, and one capture of the inside's wire.
#
#   inside hosts --- lan0 [ router ] wan0 --- outside hosts
#
# Inside is 10.20.0.0/16 and fd20::/64; outside are the documentation networks 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24 and
# 2001:db8::/32. The capture is taken on lan0, so it holds what a sensor between the office and its uplink would see. Nothing
# outside the namespaces is touched; namespaces, processes and scratch files go when the script ends, however it ends.
#
# A make.sh reads:   . "$(dirname "$0")/../../lib.sh"; needs PACKAGE...; host ...; serve ...; record; on ...; finish PACKAGE...

set -Eeuo pipefail
export LC_ALL=C TZ=UTC PATH="/usr/sbin:/sbin:$PATH"
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
net="dk$$"
hosts=0
recorder=""
chmod 755 "$work"

clean_up() {
  trap - EXIT INT TERM
  local space pids
  for space in $(ip netns list | cut -d' ' -f1 | grep "^$net-" || true); do
    pids=$(ip netns pids "$space") && [ -z "$pids" ] || kill -KILL $pids 2>/dev/null || true
    ip netns delete "$space" || true
    rm -rf "/etc/netns/$space"
  done
  rmdir /etc/netns 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap clean_up EXIT
trap 'echo "failed: line $LINENO: $BASH_COMMAND" >&2' ERR
trap 'exit 130' INT TERM

# needs PACKAGE...: stops with a hint when a Debian package is missing.
needs() {
  [ "$(id -u)" = 0 ] || { echo "run as root: network namespaces are needed" >&2; exit 2; }
  local package missing=""
  for package in iproute2 ethtool tcpdump "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  [ -z "$missing" ] || { echo "missing packages: apt-get install$missing" >&2; exit 2; }
  router_up
}

# space NAME: the namespace of a host.
space() { echo "$net-$1"; }

# on HOST COMMAND...: runs a command on a host and waits for it.
on() { local host=$1; shift; ip netns exec "$(space "$host")" "$@"; }

# quiet HOST COMMAND...: the same; its output and its exit code do not matter. quiet_in: with input.
quiet() { on "$@" >/dev/null 2>&1 </dev/null || true; }
quiet_in() { on "$@" >/dev/null 2>&1 || true; }

# Every packet as it is on a wire: no offload, so that lengths and checksums are those that a link would carry.
plain_wire() { on "$1" ethtool -K "$2" tx off rx off sg off tso off gso off gro off >/dev/null 2>&1 || true; }

router_up() {
  ip netns add "$(space router)"
  on router sysctl -qw net.ipv4.ip_forward=1 net.ipv6.conf.all.forwarding=1 net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.default.accept_dad=0
  on router ip link set lo up
  local bridge
  for bridge in lan0 wan0; do
    on router ip link add "$bridge" type bridge mcast_snooping 0
    plain_wire router "$bridge"
    on router ip link set "$bridge" up
  done
  on router ip link set lan0 address 02:00:00:00:00:01
  on router ip address add 10.20.0.1/16 dev lan0
  on router ip address add fd20::1/64 dev lan0 nodad
  for bridge in 192.0.2.1/24 198.51.100.1/24 203.0.113.1/24; do on router ip address add "$bridge" dev wan0; done
  on router ip address add 2001:db8::1/32 dev wan0 nodad
}

# host NAME [ADDRESS...]: a host; RFC 1918 and fd20:: are inside, the rest outside; no address: inside, to be given one by DHCP.
host() {
  local name=$1 side=lan0 address
  shift
  hosts=$((hosts + 1))
  case ${1:-10.} in 10.* | fd*) ;; *) side=wan0 ;; esac
  ip netns add "$(space "$name")"
  mkdir -p "/etc/netns/$(space "$name")"
  echo "nameserver 127.0.0.1" >"/etc/netns/$(space "$name")/resolv.conf" # names are asked for by the scenario alone
  on "$name" sysctl -qw net.ipv6.conf.all.accept_dad=0 net.ipv6.conf.default.accept_dad=0 net.ipv4.ping_group_range="0 2147483647"
  case "$*" in *:*) ;; *) on "$name" sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1 ;; esac
  ip -n "$(space router)" link add "to$hosts" type veth peer name eth0 netns "$(space "$name")"
  plain_wire router "to$hosts"
  plain_wire "$name" eth0
  on router ip link set "to$hosts" master "$side" up
  on "$name" ip link set eth0 address "$(printf '02:00:00:00:01:%02x' "$hosts")"
  on "$name" ip link set lo up
  on "$name" ip link set eth0 up
  for address in "$@"; do
    case $side:$address in
      lan0:*:*) on "$name" ip address add "$address/64" dev eth0 nodad; on "$name" ip -6 route add default via fd20::1 ;;
      wan0:*:*) on "$name" ip address add "$address/32" dev eth0 nodad; on "$name" ip -6 route add default via 2001:db8::1 ;;
      lan0:*) on "$name" ip address add "$address/16" broadcast + dev eth0; on "$name" ip route replace default via 10.20.0.1 ;;
      wan0:*) on "$name" ip address add "$address/24" dev eth0; on "$name" ip route replace default via "${address%.*}.1" ;;
    esac
  done
}

# serve HOST PORT[/udp] COMMAND...: starts a program and waits until it listens on the port.
serve() {
  local name=$1 port=${2%/*} kind=-t tries=0
  case $2 in */udp) kind=-u ;; esac
  shift 2
  on "$name" "$@" >>"$work/$name.log" 2>&1 </dev/null &
  until on "$name" ss -H -l -n "$kind" "sport = :$port" | grep -q .; do
    tries=$((tries + 1))
    [ "$tries" -lt 100 ] || { echo "nothing listens on $name:$port" >&2; tail -5 "$work/$name.log" >&2; exit 1; }
    sleep 0.1
  done
}

# certificate NAME: a self-signed certificate for that name, in $work/NAME.crt and $work/NAME.key (and both in NAME.pem).
certificate() {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj "/CN=$1" -addext "subjectAltName=DNS:$1" \
    -keyout "$work/$1.key" -out "$work/$1.crt" 2>/dev/null
  cat "$work/$1.crt" "$work/$1.key" >"$work/$1.pem"
  chmod 644 "$work/$1".*
}

# record [FILTER]: begins the capture on the inside's wire, of IPv4 alone unless a filter says something else.
record() {
  : >"$work/tcpdump.log"
  ip netns exec "$(space router)" tcpdump -Z root -i lan0 -n -U -s 0 -w "$work/capture.pcap" "${1:-ip}" 2>"$work/tcpdump.log" &
  recorder=$!
  until grep -q 'listening on' "$work/tcpdump.log"; do sleep 0.1; done
}

# finish PACKAGE...: ends the capture, moves it beside make.sh and writes the facts about it at the end of dataset.yml.
finish() {
  sleep 1
  local pid package facts="# From here on written by make.sh."
  pid=$(pgrep -P "$recorder" -x tcpdump || echo "$recorder")
  kill -INT "$pid"
  wait "$recorder" || true
  [ "$(stat -c %s "$work/capture.pcap")" -lt 307200 ] || { echo "the capture is larger than 300 KB" >&2; exit 1; }
  cp "$work/capture.pcap" "$here/capture.pcap"
  sed -i "/^$facts\$/,\$d" "$here/dataset.yml"
  {
    echo "$facts"
    echo "made_with:"
    for package in "$@"; do echo "  - $package $(dpkg-query -W -f='${Version}' "$package")"; done
    echo "file: capture.pcap"
    echo "sourcetype: detectionkit:pcap"
    echo "sha256: $(sha256sum "$here/capture.pcap" | cut -d' ' -f1)"
    echo "packets: $(tcpdump -nr "$here/capture.pcap" 2>/dev/null | wc -l)"
    echo "first_packet: $(edge 1)"
    echo "last_packet: $(edge '$')"
  } >>"$here/dataset.yml"
  echo "$here: $(sed -n 's/^packets: //p' "$here/dataset.yml") packets, $(stat -c %s "$here/capture.pcap") bytes"
}

# The time of a packet, by sed address.
edge() { tcpdump -tttt -nr "$here/capture.pcap" 2>/dev/null | sed -n "$1s/^\([0-9-]*\) \([0-9:.]*\) .*/\1T\2Z/p"; }

# web HOST NAME LISTEN...: nginx with a small site; LISTEN is "80" or "443 ssl" (a certificate for NAME is made).
web() {
  local host=$1 name=$2 listen lines=""
  shift 2
  certificate "$name"
  for listen in "$@"; do lines="$lines listen $listen;"; done
  mkdir -p "$work/$host-site"
  chmod 755 "$work/$host-site"
  echo "<!doctype html><title>$name</title><p>Price list of the week." >"$work/$host-site/index.html"
  seq -f 'item %g,12.90' 1 300 >"$work/$host-site/prices.csv"
  cat >"$work/$host.nginx" <<CONF
daemon off; worker_processes 1; pid $work/$host.nginx.pid; error_log $work/$host.log;
events { worker_connections 64; }
http {
  access_log off; client_body_temp_path $work/$host.body; default_type text/html;
  types { text/html html; text/csv csv; }
  server {
    $lines
    server_name $name; root $work/$host-site;
    ssl_protocols TLSv1.2 TLSv1.3; ssl_certificate $work/$name.crt; ssl_certificate_key $work/$name.key;
    location /drop { client_max_body_size 1m; proxy_pass http://unix:$work/$host.sock:; }
  }
  server { listen unix:$work/$host.sock; location / { return 200 "stored"; } }
}
CONF
  local port=${1%% *}
  serve "$host" "${port##*:}" nginx -c "$work/$host.nginx"
}

# ssh_server HOST PORT: OpenSSH; ssh_login HOST ADDRESS PORT COMMAND: a login from HOST with a key made for this run.
ssh_server() {
  mkdir -p /run/sshd
  [ -f "$work/key" ] || ssh-keygen -q -t ed25519 -N '' -C demo -f "$work/key"
  [ -f "$work/hostkey" ] || ssh-keygen -q -t ed25519 -N '' -C demo -f "$work/hostkey"
  serve "$1" "$2" /usr/sbin/sshd -D -e -f /dev/null -p "$2" -h "$work/hostkey" -o PidFile=none -o UsePAM=no -o StrictModes=no \
    -o PermitRootLogin=yes -o "AuthorizedKeysFile=$work/key.pub"
}
ssh_login() {
  local from=$1 address=$2 port=$3
  shift 3
  on "$from" ssh -n -F /dev/null -i "$work/key" -p "$port" -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR "root@$address" "$@" >/dev/null
}

# dns_server HOST PORT [OPTION...]: dnsmasq with a small zone, udp and tcp.
dns_server() {
  local host=$1 port=$2
  shift 2
  serve "$host" "$port/udp" dnsmasq --no-daemon --conf-file=/dev/null --user=root --pid-file= --no-resolv --no-hosts --port="$port" \
    --host-record=shop.example.net,203.0.113.80,2001:db8::80 --host-record=mail.example.org,198.51.100.25 --host-record=wiki.example.com,10.20.0.41 \
    --mx-host=example.org,mail.example.org,10 --txt-record=example.org,"v=spf1 mx -all" --ptr-record=80.113.0.203.in-addr.arpa,shop.example.net \
    --cname=www.example.net,shop.example.net "$@"
}

# smtp_server HOST PORT [OPTION...]: aiosmtpd, which takes any mail and drops it; --tlscert F --tlskey F --no-requiretls offers STARTTLS.
smtp_server() {
  local host=$1 port=$2
  shift 2
  serve "$host" "$port" /usr/bin/python3 -m aiosmtpd -n -c aiosmtpd.handlers.Sink -l "0.0.0.0:$port" "$@"
}

# send_mail HOST SERVER[:PORT] [OPTION...]: swaks, with a short text.
send_mail() {
  local host=$1 server=$2
  shift 2
  on "$host" swaks --server "$server" --helo desk.example.com --from anna@example.com --to ben@example.org \
    --header 'Subject: figures' --body 'The figures of the week are attached.' "$@" >/dev/null
}

# ftp_server HOST PORT: vsftpd; anonymous users may store files in /in.
ftp_server() {
  local host=$1 port=$2
  mkdir -p "$work/ftp/in" /run/vsftpd/empty
  chown ftp "$work/ftp/in"
  seq -f 'item %g,12.90' 1 300 >"$work/ftp/prices.csv"
  cat >"$work/$host.vsftpd" <<CONF
listen=YES
listen_port=$port
background=NO
seccomp_sandbox=NO
anonymous_enable=YES
local_enable=NO
write_enable=YES
anon_upload_enable=YES
anon_root=$work/ftp
port_enable=YES
pasv_min_port=40000
pasv_max_port=40100
ftp_data_port=20
connect_from_port_20=YES
CONF
  serve "$host" "$port" vsftpd "$work/$host.vsftpd"
}

# mailboxes HOST: Dovecot with one mailbox, in clear and with TLS: POP3 on 110 and 995, IMAP on 143 and 993.
mailboxes() {
  certificate "mailbox.example.org"
  install -d -o mail -g mail "$work/box" "$work/box/new" "$work/box/cur" "$work/box/tmp"
  printf 'From: ben@example.org\nTo: anna@example.com\nSubject: offer\nDate: Mon, 02 Mar 2026 09:00:00 +0000\nMessage-ID: <1@example.org>\n\nThe offer, as agreed.\n' >"$work/box/new/1.host"
  chown mail:mail "$work/box/new/1.host"
  cat >"$work/dovecot.conf" <<CONF
base_dir = $work/dovecot
state_dir = $work/dovecot-state
log_path = $work/dovecot.log
protocols = imap pop3
listen = *
ssl = yes
ssl_cert = <$work/mailbox.example.org.crt
ssl_key = <$work/mailbox.example.org.key
disable_plaintext_auth = no
mail_location = maildir:$work/box
first_valid_uid = 1
passdb {
  driver = static
  args = password=letmein
}
userdb {
  driver = static
  args = uid=mail gid=mail home=$work
}
CONF
  serve "$1" 143 dovecot -F -c "$work/dovecot.conf"
}

# time_server HOST: chrony; ask_time HOST SERVER: one exchange of NTP.
time_server() {
  printf 'local stratum 3\nallow all\nport 123\ncmdport 0\nbindcmdaddress /\npidfile %s.pid\n' "$work/$1" >"$work/$1.chrony"
  serve "$1" 123/udp chronyd -d -x -u root -f "$work/$1.chrony"
}
ask_time() { quiet "$1" timeout 6 chronyd -Q -u root -t 4 -f /dev/null "server $2 iburst maxsamples 2" 'cmdport 0' 'bindcmdaddress /' "pidfile $work/$1.pid"; }

# file_server HOST: Samba with the share //HOST/share, readable by guests; NetBIOS names too.
file_server() {
  mkdir -p "$work/share" "$work/samba"
  seq -f 'item %g,12.90' 1 300 >"$work/share/prices.csv"
  cat >"$work/smb.conf" <<CONF
[global]
  workgroup = OFFICE
  netbios name = FILES
  map to guest = Bad User
  private dir = $work/samba
  lock directory = $work/samba
  state directory = $work/samba
  cache directory = $work/samba
  pid directory = $work/samba
  ncalrpc dir = $work/samba
  log file = $work/samba/log
  load printers = no
  disable spoolss = yes
[share]
  path = $work/share
  guest ok = yes
CONF
  serve "$1" 445 smbd -F --no-process-group -s "$work/smb.conf"
  serve "$1" 137/udp nmbd -F --no-process-group -s "$work/smb.conf"
}

# announcer HOST NAME: Avahi, which announces the host and a printer by multicast DNS.
announcer() {
  mkdir -p "$work/$1.avahi/services"
  printf '[server]\nhost-name=%s\nenable-dbus=no\nuse-ipv6=no\n[publish]\npublish-hinfo=no\n' "$2" >"$work/$1.avahi/daemon.conf"
  serve "$1" 5353/udp unshare -m sh -c "mount -t tmpfs none /run && mkdir -p /run/avahi-daemon && exec avahi-daemon --no-drop-root --no-chroot --no-rlimits -f '$work/$1.avahi/daemon.conf'"
}

# llmnr_responder HOST NAME: llmnrd, which answers for the name.
llmnr_responder() { serve "$1" 5355/udp llmnrd -H "$2"; }

# lease_script: what udhcpc runs to put a lease on its interface.
lease_script() {
  cat >"$work/lease" <<'SCRIPT'
#!/bin/sh
[ "$1" = bound ] || exit 0
ip address add "$ip/16" dev "$interface"
ip route replace default via "$router"
SCRIPT
  chmod 755 "$work/lease"
  echo "$work/lease"
}

# quic_server HOST PORT NAME: ngtcp2's example server, HTTP/3; quic_fetch HOST ADDRESS PORT NAME PATH: its client.
quic_server() {
  certificate "$3"
  mkdir -p "$work/h3"
  seq -f 'item %g,12.90' 1 300 >"$work/h3/prices.csv"
  echo "<!doctype html><title>$3</title>" >"$work/h3/index.html"
  serve "$1" "$2/udp" gtlsserver -q -d "$work/h3" '*' "$2" "$work/$3.key" "$work/$3.crt"
}
quic_fetch() { quiet "$1" timeout 5 gtlsclient -q --exit-on-all-streams-close "$2" "$3" "https://$4/$5"; }
