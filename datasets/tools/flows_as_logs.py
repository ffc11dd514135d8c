#!/usr/bin/env python3
"""Writes the flows of captures as another product's log would have them, so that one rule can be tried on packets and on logs.

    flows_as_logs.py zeek|zeek-json|paloalto CAPTURE... > LOG

zeek       conn.log as tab-separated text (Zeek manual, "conn.log")
zeek-json  the same, an object a line
paloalto   TRAFFIC records as PAN-OS 10.1 sends them by syslog (administrator's guide, "Traffic Log Fields")

What a flow is, which protocol it speaks, its bytes and packets come from `dk flows`; nothing else is known of it. DK names another dk than the
repository's own. Payload bytes, which
flows do not have, stay unset; the firewall, its rule and its zones are invented. Inside is 10.20.0.0/16 and fd20::/64, as everywhere here.
"""
import datetime, ipaddress, json, os, pathlib, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
DK = os.environ.get("DK", str(ROOT / "dk")).split()
INSIDE = [ipaddress.ip_network(n) for n in ("10.20.0.0/16", "fd20::/64", "fe80::/10")]

# Protocols that Zeek has an analyzer for, where its name is not ours.
ZEEK = {"kerberos": "krb", "dcerpc": "dce_rpc", "vnc": "rfb", "netbios-ns": "dns", "mdns": "dns", "llmnr": "dns"}
ZEEK_KNOWS = set("dns http ssl ssh smtp ftp ftp-data imap pop3 irc smb rdp ntp dhcp snmp sip radius ldap mqtt mysql modbus dnp3 socks syslog quic krb dce_rpc rfb".split())

# PAN-OS' names of applications, where they are not ours.
PALO_ALTO = {
    "http": "web-browsing", "dns": "dns-base", "smtp": "smtp-base", "ntp": "ntp-base", "snmp": "snmp-base", "mqtt": "mqtt-base", "irc": "irc-base", "modbus": "modbus-base",
    "smb": "ms-ds-smbv3", "rdp": "ms-rdp", "vnc": "vnc-base", "dcerpc": "msrpc-base", "netbios-ssn": "netbios-ss", "mssql": "mssql-db", "openvpn": "open-vpn", "icmp": "ping",
}


def flows(captures):
    run = subprocess.run([*DK, "flows", "--format", "json", *captures], stdout=subprocess.PIPE, check=True)
    return sorted(map(json.loads, run.stdout.splitlines()), key=lambda f: f["ts"])


def inside(address):
    return any(ipaddress.ip_address(address) in network for network in INSIDE)


def conn(flow):
    app = ZEEK.get(flow.get("app"), flow.get("app"))
    icmp = flow["transport"].startswith("icmp")
    return {
        "ts": ("time", flow["ts"]), "uid": ("string", flow["uid"]),
        "id.orig_h": ("addr", flow["src_ip"]), "id.orig_p": ("port", flow.get("icmp_type", 0) if icmp else flow.get("src_port", 0)),
        "id.resp_h": ("addr", flow["dest_ip"]), "id.resp_p": ("port", flow.get("icmp_code", 0) if icmp else flow.get("dest_port", 0)),
        "proto": ("enum", "icmp" if icmp else flow["transport"]), "service": ("string", app if app in ZEEK_KNOWS else None),
        "duration": ("interval", flow.get("duration")), "orig_bytes": ("count", None), "resp_bytes": ("count", None),
        "conn_state": ("string", flow.get("conn_state")), "local_orig": ("bool", inside(flow["src_ip"])), "local_resp": ("bool", inside(flow["dest_ip"])),
        "missed_bytes": ("count", 0), "history": ("string", flow.get("history")),
        "orig_pkts": ("count", flow["packets_out"]), "orig_ip_bytes": ("count", flow["bytes_out"]),
        "resp_pkts": ("count", flow["packets_in"]), "resp_ip_bytes": ("count", flow["bytes_in"]), "tunnel_parents": ("set[string]", None),
    }


def zeek_text(value):
    if value is None:
        return "-"
    if isinstance(value, bool):
        return "T" if value else "F"
    return f"{value:.6f}" if isinstance(value, float) else str(value)


def zeek(captures):
    records = [conn(flow) for flow in flows(captures)]
    print("#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\tconn")
    print("#fields", *records[0], sep="\t")
    print("#types", *(kind for kind, _ in records[0].values()), sep="\t")
    for record in records:
        print(*(zeek_text(value) for _, value in record.values()), sep="\t")


def zeek_json(captures):
    for flow in flows(captures):
        print(json.dumps({name: value for name, (_, value) in conn(flow).items() if value is not None}, separators=(",", ":")))


def paloalto(captures):
    for number, flow in enumerate(flows(captures), 1):
        if flow["transport"] not in ("tcp", "udp", "icmp"):
            continue
        start = datetime.datetime.fromtimestamp(flow["ts"], datetime.timezone.utc)
        end = start + datetime.timedelta(seconds=flow.get("duration") or 0)
        said = lambda time: time.strftime("%Y/%m/%d %H:%M:%S")
        app = flow.get("app") or "unknown"
        app = PALO_ALTO.get(app, f"unknown-{flow['transport']}" if app == "unknown" else app)
        zones = ["inside" if inside(flow[end_of]) else "outside" for end_of in ("src_ip", "dest_ip")]
        reason = "tcp-fin" if flow.get("conn_state") == "SF" else "tcp-rst-from-server" if "R" in flow.get("conn_state", "") else "aged-out"
        sent, received = flow["bytes_out"], flow["bytes_in"]
        print(end.strftime("%b %e %H:%M:%S") + " fw1 " + ",".join(map(str, [
            1, said(end), "007200000001", "TRAFFIC", "end", 2561, said(end), flow["src_ip"], flow["dest_ip"], "0.0.0.0", "0.0.0.0", "anything-out", "", "", app, "vsys1", *zones,
            "ethernet1/2" if zones[0] == "inside" else "ethernet1/1", "ethernet1/2" if zones[1] == "inside" else "ethernet1/1", "to-syslog", said(end), 1000 + number, 1,
            flow.get("src_port", 0), flow.get("dest_port", 0), 0, 0, "0x19", flow["transport"], "allow", sent + received, sent, received, flow["packets_out"] + flow["packets_in"], said(start),
            int(flow.get("duration") or 0), "any", "", 7000 + number, "0x0", "Reserved", "Reserved", "", flow["packets_out"], flow["packets_in"], reason, 0, 0, 0, 0, "", "fw1", "from-policy",
            "", "", 0, "", 0, "", "N/A", 0, 0, 0, 0, "00000000-0000-0000-0000-000000000001", 0, 0,
        ])))


WRITERS = {"zeek": zeek, "zeek-json": zeek_json, "paloalto": paloalto}
if len(sys.argv) < 3 or sys.argv[1] not in WRITERS:
    sys.exit(__doc__)
WRITERS[sys.argv[1]](sys.argv[2:])
