#!/usr/bin/env python3
"""Writes Sysmon events as XML, one a line, from a scenario: for what no host at hand can record.

A scenario is lines of text; '#' begins a comment:

    host desk.example.net EXAMPLE\\kim          # the machine and user of the events that follow
    09:00:00 1 browser Image=C:\\... | CommandLine=...  # time of 2026-03-02, Sysmon's event id, a process' nickname, its fields

Fields of an event that the scenario leaves out get what Sysmon writes for nothing. A nickname stands for a ProcessGuid, a ProcessId and, once said,
an Image. The schema is Sysmon's 4.90 (`Sysmon64 -s`); host names, users, hashes and addresses (RFC 5737) are made up.
"""
import hashlib
import sys
from xml.sax.saxutils import escape

FIELDS = {
    1: "RuleName UtcTime ProcessGuid ProcessId Image FileVersion Description Product Company OriginalFileName CommandLine CurrentDirectory User LogonGuid LogonId "
       "TerminalSessionId IntegrityLevel Hashes ParentProcessGuid ParentProcessId ParentImage ParentCommandLine ParentUser",
    3: "RuleName UtcTime ProcessGuid ProcessId Image User Protocol Initiated SourceIsIpv6 SourceIp SourceHostname SourcePort SourcePortName DestinationIsIpv6 "
       "DestinationIp DestinationHostname DestinationPort DestinationPortName",
    7: "RuleName UtcTime ProcessGuid ProcessId Image ImageLoaded FileVersion Description Product Company OriginalFileName Hashes Signed Signature SignatureStatus User",
    11: "RuleName UtcTime ProcessGuid ProcessId Image TargetFilename CreationUtcTime User",
    13: "RuleName EventType UtcTime ProcessGuid ProcessId Image TargetObject Details User",
}
VERSIONS = {1: 5, 3: 5, 7: 3, 11: 2, 13: 2}
DEFAULTS = {
    "Protocol": "tcp", "Initiated": "true", "SourceIsIpv6": "false", "DestinationIsIpv6": "false", "SourceIp": "10.20.3.14", "EventType": "SetValue",
    "TerminalSessionId": "1", "IntegrityLevel": "Medium", "LogonId": "0x4f2a1", "Signed": "true", "SignatureStatus": "Valid",
}
PROVIDERS = {
    "windows": ("Microsoft-Windows-Sysmon", "{5770385F-C22A-43E0-BF4C-06F5698FFBD9}", "Microsoft-Windows-Sysmon/Operational"),
    "linux": ("Linux-Sysmon", "{ff032593-a8d3-4f13-b0d6-01fc615a0f97}", "Linux-Sysmon/Operational"),
}


def guid(text):
    digits = hashlib.md5(text.encode()).hexdigest().upper()
    return "{%s-%s-%s-%s-%s}" % (digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])


def read(lines):
    host, user, system = "desk.example.net", "EXAMPLE\\kim", "windows"
    images, record, port = {}, 1000, 49800
    for line in lines:
        line = line.split(" # ")[0].strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("host "):
            _, host, user, *rest = line.split()
            system = rest[0] if rest else "windows"
            continue
        clock, number, nickname, rest = (line.split(None, 3) + [""])[:4]
        given = dict(part.strip().split("=", 1) for part in rest.split(" | ") if part.strip())
        if "Image" in given:
            images[nickname] = given["Image"]
        record, port = record + 1, port + 1
        time = "2026-03-02 %s" % (clock if "." in clock else clock + ".000")
        known = {
            "UtcTime": time, "CreationUtcTime": time, "ProcessGuid": guid(host + nickname), "ProcessId": str(2000 + int(guid(nickname)[1:4], 16)), "Image": images.get(nickname, "-"),
            "User": user, "ParentUser": user, "SourcePort": str(port), "SourceHostname": host, "LogonGuid": guid(user), "ParentProcessGuid": guid(host + "parent"), "ParentProcessId": "1204",
            "Hashes": "SHA256=" + hashlib.sha256(given.get("ImageLoaded", images.get(nickname, "-")).encode()).hexdigest().upper(),
            "OriginalFileName": images.get(nickname, "-").split("\\")[-1],
        }
        yield int(number), host, system, record, time, {**DEFAULTS, **known, **given}


def write(number, host, system, record, time, values):
    provider, identifier, channel = PROVIDERS[system]
    data = "".join("<Data Name='%s'>%s</Data>" % (name, escape(values.get(name, "-"))) for name in FIELDS[number].split())
    return (
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='%s' Guid='%s'/><EventID>%d</EventID><Version>%d</Version><Level>4</Level>"
        "<Task>%d</Task><Opcode>0</Opcode><Keywords>0x8000000000000000</Keywords><TimeCreated SystemTime='%s0000Z'/><EventRecordID>%d</EventRecordID><Correlation/>"
        "<Execution ProcessID='3016' ThreadID='4120'/><Channel>%s</Channel><Computer>%s</Computer><Security UserID='S-1-5-18'/></System><EventData>%s</EventData></Event>"
        % (provider, identifier, number, VERSIONS[number], number, time.replace(" ", "T"), record, channel, host, data))


if __name__ == "__main__":
    for event in read(open(sys.argv[1], encoding="utf-8")):
        print(write(*event))
