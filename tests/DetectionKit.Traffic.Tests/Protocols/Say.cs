using System.Globalization;
using System.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Tests.Protocols;

/// <summary>Puts bytes before an identifier as a flow would.</summary>
internal static class Say
{
    private static readonly IpAddress Host = IpAddress.FromV4(0x0A000001);
    private static readonly IpAddress Other = IpAddress.FromV4(0x0A000002);

    /// <summary>Text to bytes: C's escapes for CR and LF are C#'s; each character is one byte.</summary>
    public static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    /// <summary>Hexadecimal digits to bytes; blanks are for readers.</summary>
    public static byte[] Hex(string digits) => Convert.FromHexString(string.Concat(digits.Where(c => !char.IsWhiteSpace(c))));

    /// <summary>Hexadecimal digits where the text begins with <c>0x</c>, else text.</summary>
    public static byte[] Either(string text) => text.StartsWith("0x", StringComparison.Ordinal) ? Hex(text[2..]) : Bytes(text);

    public static Claim Tcp(Identifier identifier, ReadOnlySpan<byte> bytes, bool complete = true, bool fromStart = true, bool first = false, ReadOnlySpan<byte> peer = default) =>
        Fits(identifier, Carrier.Tcp, bytes)
            ? identifier.Inspect(new Utterance
            {
                Carrier = Carrier.Tcp,
                Bytes = bytes,
                Peer = peer,
                WireLength = bytes.Length,
                FromStart = fromStart,
                Complete = complete,
                SpokeFirst = first,
                Source = Host,
                Destination = Other,
            })
            : Claim.No;

    public static Claim Udp(Identifier identifier, ReadOnlySpan<byte> bytes, int wireLength = 0, IpAddress destination = default, IpAddress group = default, ReadOnlySpan<byte> peer = default) =>
        Fits(identifier, Carrier.Udp, bytes)
            ? identifier.Inspect(new Utterance
            {
                Carrier = Carrier.Udp,
                Bytes = bytes,
                Peer = peer,
                WireLength = wireLength == 0 ? bytes.Length : wireLength,
                Complete = true,
                Source = Host,
                Destination = destination.IsNone ? Other : destination,
                Group = group,
            })
            : Claim.No;

    /// <summary>Whether the table of first bytes would ask the identifier at all.</summary>
    public static bool Fits(Identifier identifier, Carrier carrier, ReadOnlySpan<byte> bytes)
    {
        foreach (var prefix in identifier.PrefixesOver(carrier))
        {
            var fits = true;
            for (var at = 0; at < prefix.Sets.Length && at < Prefix.Depth && at < bytes.Length; at++)
                fits &= prefix.Sets[at].Contains(bytes[at]);
            if (fits)
                return true;
        }

        return false;
    }

    public static string Text(Claim claim) => claim.Kind == ClaimKind.Yes ? string.Create(CultureInfo.InvariantCulture, $"{claim.Role}: {claim.Rule}") : claim.Kind.ToString();
}
