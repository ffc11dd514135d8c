#!/usr/bin/env bash
# Writes sysmon.log from scenario.txt, and its facts into dataset.yml.
. "$(dirname "$0")/../../sysmon.sh"
