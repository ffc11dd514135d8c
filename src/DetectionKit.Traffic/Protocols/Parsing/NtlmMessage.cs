using System.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Parsing;

/// <summary>Reads NTLM messages ([MS-NLMP] 2.2.1) wherever they lie in bytes: who logs in from where. Responses to challenges are not looked at.</summary>
internal static class NtlmMessage
{
    private const uint Unicode = 1;
    private const int Longest = 512;

    /// <summary>Says what an AUTHENTICATE message tells, if there is one in the bytes.</summary>
    public static void Say(ReadOnlySpan<byte> bytes, FlowNotes notes)
    {
        var at = bytes.IndexOf("NTLMSSP\0\u0003\0\0\0"u8);
        if (at < 0 || bytes.Length < at + 64)
            return;
        var message = bytes[at..];
        var reader = new ByteReader(message[60..]);
        var unicode = (reader.U32Little() & Unicode) != 0;
        notes.Fact("user", Value.Of(Field(message, 36, unicode)));
        notes.Fact("ntlm_domain", Value.Of(Field(message, 28, unicode)));
        notes.Fact("ntlm_host", Value.Of(Field(message, 44, unicode)));
    }

    private static string? Field(ReadOnlySpan<byte> message, int at, bool unicode)
    {
        var reader = new ByteReader(message[at..]);
        var length = reader.U16Little();
        reader.Skip(2);
        var offset = reader.U32Little();
        if (length is 0 or > Longest || offset > message.Length || length > message.Length - (int)offset)
            return null;
        var field = message.Slice((int)offset, length);
        return unicode ? Texts.Clean(Encoding.Unicode.GetString(field)) : Texts.Of(field);
    }
}
