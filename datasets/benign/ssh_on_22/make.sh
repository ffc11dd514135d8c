#!/usr/bin/env bash
# SSH where it belongs, and on a free port.
. "$(dirname "$0")/../../lib.sh"
needs openssh-server openssh-client

host desk 10.20.3.14
host far 198.51.100.22
host forge 10.20.0.22
ssh_server far 22
ssh_server forge 2222

record
ssh_login desk 198.51.100.22 22 'uname -a; ls -l /usr/bin | head -40'
ssh_login desk 10.20.0.22 2222 'uname -a'
finish openssh-server openssh-client
