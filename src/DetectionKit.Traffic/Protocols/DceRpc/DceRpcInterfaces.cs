using System.Collections.Frozen;

namespace DetectionKit.Traffic.Protocols.DceRpc;

/// <summary>Names of interfaces by their identifiers, as Microsoft's open specifications give them.</summary>
internal static class DceRpcInterfaces
{
    /// <summary>The endpoint mapper.</summary>
    public const string EndpointMapper = "epmapper";

    /// <summary>The endpoint mapper's identifier.</summary>
    public static Guid EndpointMapperId { get; } = new(0xe1af8308, 0x5d1f, 0x11c9, 0x91, 0xa4, 0x08, 0x00, 0x2b, 0x14, 0xa0, 0xfa);

    /// <summary>The name; the identifier where it has none.</summary>
    public static string Name(Guid identifier) => Table.Names.TryGetValue(identifier, out var name) ? name : identifier.ToString();

    // Made when the first name is asked for.
    private static class Table
    {
        internal static readonly FrozenDictionary<Guid, string> Names = new Dictionary<Guid, string>
        {
            [EndpointMapperId] = EndpointMapper,
            [new("12345778-1234-abcd-ef00-0123456789ab")] = "lsarpc",
            [new("12345778-1234-abcd-ef00-0123456789ac")] = "samr",
            [new("12345678-1234-abcd-ef00-01234567cffb")] = "netlogon",
            [new("12345678-1234-abcd-ef00-0123456789ab")] = "spoolss",
            [new("76f03f96-cdfd-44fc-a22c-64950a001209")] = "iremotewinspool",
            [new("e3514235-4b06-11d1-ab04-00c04fc2dcd2")] = "drsuapi",
            [new("367abb81-9844-35f1-ad32-98f038001003")] = "svcctl",
            [new("338cd001-2244-31f1-aaaa-900038001003")] = "winreg",
            [new("1ff70682-0a51-30e8-076d-740be8cee98b")] = "atsvc",
            [new("86d35949-83c9-4044-b424-db363231fd0c")] = "itaskschedulerservice",
            [new("4b324fc8-1670-01d3-1278-5a47bf6ee188")] = "srvsvc",
            [new("6bffd098-a112-3610-9833-46c3f87e345a")] = "wkssvc",
            [new("c681d488-d850-11d0-8c52-00c04fd90f7e")] = "efsrpc",
            [new("df1941c5-fe89-4e79-bf10-463657acf44d")] = "efsrpc",
            [new("4fc742e0-4a10-11cf-8273-00aa004ae673")] = "netdfs",
            [new("82273fdc-e32a-18c3-3f78-827929dc23ea")] = "eventlog",
            [new("f6beaff7-1e19-4fbb-9f8f-b89e2018337c")] = "even6",
            [new("99fcfec4-5260-101b-bbcb-00aa0021347a")] = "ioxidresolver",
            [new("000001a0-0000-0000-c000-000000000046")] = "isystemactivator",
            [new("00000143-0000-0000-c000-000000000046")] = "iremunknown2",
            [new("9556dc99-828c-11cf-a37e-00aa003240c7")] = "iwbemservices",
            [new("f309ad18-d86a-11d0-a075-00c04fb68820")] = "iwbemlevel1login",
            [new("3919286a-b10c-11d0-9ba8-00c04fd92ef5")] = "dssetup",
            [new("ecec0d70-a603-11d0-96b1-00a0c91ece30")] = "backup",
            [new("a8e0653c-2744-4389-a61d-7373df8b2292")] = "fileservervssagent",
            [new("50abc2a4-574d-40b3-9d66-ee4fd5fba076")] = "dnsserver",
            [new("17fdd703-1827-4e34-79d4-24a55c53bb37")] = "msgsvc",
            [new("afa8bd80-7d8a-11c9-bef4-08002b102989")] = "mgmt",
        }.ToFrozenDictionary();
    }
}
