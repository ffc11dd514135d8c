#!/usr/bin/env bash
# SSH through the hole that is meant for DNS.
. "$(dirname "$0")/../../lib.sh"
needs openssh-server openssh-client

host desk 10.20.3.14
host far 198.51.100.53
ssh_server far 53

record
ssh_login desk 198.51.100.53 53 'uname -a; ls -l /usr/bin | head -40'
ssh_login desk 198.51.100.53 53 'head -c 3000 /dev/urandom | base64'
finish openssh-server openssh-client
