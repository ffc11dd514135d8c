using System.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Dhcp;

/// <summary>A DHCP message read for its event (RFC 2131 section 2, options of RFC 2132, client FQDN of RFC 4702).</summary>
internal sealed class DhcpMessage
{
    private const int HardwareAt = 28;
    private const int OptionsAt = 240;
    private const int MostOptions = 256;

    private static readonly string[] Kinds =
        ["", "DISCOVER", "OFFER", "REQUEST", "DECLINE", "ACK", "NAK", "RELEASE", "INFORM", "FORCERENEW", "LEASEQUERY", "LEASEUNASSIGNED", "LEASEUNKNOWN", "LEASEACTIVE"];

    /// <summary>Whether a server says it.</summary>
    public bool IsReply { get; private init; }

    /// <summary>The transaction's number.</summary>
    public uint Transaction { get; private init; }

    /// <summary>The client's hardware address in 48 bits; 0: another kind of one.</summary>
    public ulong Hardware { get; private init; }

    /// <summary>The client's own address.</summary>
    public IpAddress Client { get; private init; }

    /// <summary>The address that the server gives.</summary>
    public IpAddress Given { get; private init; }

    /// <summary>The message's kind by number (option 53); 0: BOOTP.</summary>
    public int Kind { get; private set; }

    /// <summary>The address that the client asks for.</summary>
    public IpAddress Requested { get; private set; }

    /// <summary>The server's identifier.</summary>
    public IpAddress Server { get; private set; }

    /// <summary>Seconds that the address is lent for.</summary>
    public uint? Lease { get; private set; }

    /// <summary>The network's mask; it and the address are the scope.</summary>
    public IpAddress Mask { get; private set; }

    /// <summary>The host's name.</summary>
    public string? HostName { get; private set; }

    /// <summary>The host's name in the DNS.</summary>
    public string? FullName { get; private set; }

    /// <summary>The kind as texts call it: <c>DHCPACK</c>.</summary>
    public string KindText => Kind is > 0 && Kind < Kinds.Length ? "DHCP" + Kinds[Kind] : IsReply ? "BOOTREPLY" : "BOOTREQUEST";

    /// <summary>Reads a message; null where it is none.</summary>
    public static DhcpMessage? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < OptionsAt || bytes[0] is not (1 or 2))
            return null;
        var reader = new ByteReader(bytes);
        reader.Skip(4);
        var transaction = reader.U32();
        reader.Skip(4);
        var client = Address(reader.Take(4));
        var given = Address(reader.Take(4));
        reader.Skip(HardwareAt - reader.At);
        var hardware = bytes[2] == 6 ? ((ulong)reader.U32() << 16) | reader.U16() : 0;
        var message = new DhcpMessage { IsReply = bytes[0] == 2, Transaction = transaction, Hardware = hardware, Client = client, Given = given };
        message.ReadOptions(bytes[OptionsAt..]);
        return message;
    }

    private void ReadOptions(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        for (var count = 0; count < MostOptions && reader.Left > 0; count++)
        {
            var code = reader.U8();
            if (code == 255)
                return;
            if (code == 0)
                continue;
            var value = reader.Take(reader.U8());
            if (reader.Short)
                return;
            Take(code, value);
        }
    }

    private void Take(int code, ReadOnlySpan<byte> value)
    {
        switch (code)
        {
            case 1 when value.Length == 4:
                Mask = Address(value);
                break;
            case 12:
                HostName = Text(value);
                break;
            case 50 when value.Length == 4:
                Requested = Address(value);
                break;
            case 51 when value.Length == 4:
                Lease = new ByteReader(value).U32();
                break;
            case 53 when value.Length == 1:
                Kind = value[0];
                break;
            case 54 when value.Length == 4:
                Server = Address(value);
                break;
            case 81 when value.Length > 3:
                FullName = (value[0] & 4) != 0 ? WireName.Read(value[3..]) : Text(value[3..]);
                break;
        }
    }

    private static IpAddress Address(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyExcept((byte)0) ? IpAddress.FromV4(bytes) : default;

    private static string? Text(ReadOnlySpan<byte> bytes) => bytes.TrimEnd((byte)0) is { IsEmpty: false } text ? Encoding.Latin1.GetString(text) : null;
}
