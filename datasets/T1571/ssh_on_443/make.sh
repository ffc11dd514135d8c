#!/usr/bin/env bash
# SSH through the hole that is meant for the web.
. "$(dirname "$0")/../../lib.sh"
needs openssh-server openssh-client

host desk 10.20.3.14
host far 198.51.100.22
ssh_server far 443

record
ssh_login desk 198.51.100.22 443 'uname -a; ls -l /usr/bin | head -40'
ssh_login desk 198.51.100.22 443 'head -c 3000 /dev/urandom | base64'
finish openssh-server openssh-client
