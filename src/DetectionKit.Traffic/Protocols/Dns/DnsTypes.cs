using System.Collections.Frozen;
using System.Globalization;

namespace DetectionKit.Traffic.Protocols.Dns;

/// <summary>Names of record types, operations and results (RFC 6895 and IANA's registry of DNS parameters; RFC 3597 for types without a name).</summary>
internal static class DnsTypes
{
    private static readonly FrozenDictionary<int, string> Types = new Dictionary<int, string>
    {
        [1] = "A",
        [2] = "NS",
        [3] = "MD",
        [4] = "MF",
        [5] = "CNAME",
        [6] = "SOA",
        [7] = "MB",
        [8] = "MG",
        [9] = "MR",
        [10] = "NULL",
        [11] = "WKS",
        [12] = "PTR",
        [13] = "HINFO",
        [14] = "MINFO",
        [15] = "MX",
        [16] = "TXT",
        [17] = "RP",
        [18] = "AFSDB",
        [19] = "X25",
        [20] = "ISDN",
        [21] = "RT",
        [22] = "NSAP",
        [23] = "NSAP-PTR",
        [24] = "SIG",
        [25] = "KEY",
        [26] = "PX",
        [27] = "GPOS",
        [28] = "AAAA",
        [29] = "LOC",
        [30] = "NXT",
        [33] = "SRV",
        [34] = "ATMA",
        [35] = "NAPTR",
        [36] = "KX",
        [37] = "CERT",
        [38] = "A6",
        [39] = "DNAME",
        [40] = "SINK",
        [41] = "OPT",
        [42] = "APL",
        [43] = "DS",
        [44] = "SSHFP",
        [45] = "IPSECKEY",
        [46] = "RRSIG",
        [47] = "NSEC",
        [48] = "DNSKEY",
        [49] = "DHCID",
        [50] = "NSEC3",
        [51] = "NSEC3PARAM",
        [52] = "TLSA",
        [53] = "SMIMEA",
        [55] = "HIP",
        [59] = "CDS",
        [60] = "CDNSKEY",
        [61] = "OPENPGPKEY",
        [62] = "CSYNC",
        [63] = "ZONEMD",
        [64] = "SVCB",
        [65] = "HTTPS",
        [99] = "SPF",
        [104] = "NID",
        [105] = "L32",
        [106] = "L64",
        [107] = "LP",
        [108] = "EUI48",
        [109] = "EUI64",
        [249] = "TKEY",
        [250] = "TSIG",
        [251] = "IXFR",
        [252] = "AXFR",
        [253] = "MAILB",
        [254] = "MAILA",
        [255] = "ANY",
        [256] = "URI",
        [257] = "CAA",
        [32768] = "TA",
        [32769] = "DLV",
    }.ToFrozenDictionary();

    private static readonly string[] Operations = ["Query", "IQuery", "Status", "Opcode3", "Notify", "Update", "DSO"];

    private static readonly string[] Results =
        ["NoError", "FormErr", "ServFail", "NXDomain", "NotImp", "Refused", "YXDomain", "YXRRSet", "NXRRSet", "NotAuth", "NotZone", "DSOTYPENI"];

    /// <summary>A record type: <c>AAAA</c>, <c>TYPE4711</c>.</summary>
    public static string Name(int type) => Types.GetValueOrDefault(type) ?? Numbered("TYPE", type);

    /// <summary>A record type of NetBIOS's name service, where 0x20 and 0x21 are its own (RFC 1002 section 4.2.1.3).</summary>
    public static string NetBiosName(int type) => type switch { 0x20 => "NB", 0x21 => "NBSTAT", _ => Name(type) };

    /// <summary>An operation.</summary>
    public static string Operation(int opcode) => opcode < Operations.Length ? Operations[opcode] : Numbered("Opcode", opcode);

    /// <summary>An operation of NetBIOS's name service (RFC 1002 section 4.2.1.1).</summary>
    public static string NetBiosOperation(int opcode) => opcode switch
    {
        5 => "Registration",
        6 => "Release",
        7 => "WACK",
        8 or 9 => "Refresh",
        15 => "Multihomed Registration",
        _ => Operation(opcode),
    };

    /// <summary>A result, with the upper bits that EDNS adds: <c>NXDomain</c>, <c>BADVERS</c>.</summary>
    public static string Result(int code) => code switch
    {
        16 => "BADVERS",
        17 => "BADKEY",
        18 => "BADTIME",
        19 => "BADMODE",
        20 => "BADNAME",
        21 => "BADALG",
        22 => "BADTRUNC",
        23 => "BADCOOKIE",
        _ => code < Results.Length ? Results[code] : Numbered("RCODE", code),
    };

    private static string Numbered(string text, int number) => text + number.ToString(CultureInfo.InvariantCulture);
}
