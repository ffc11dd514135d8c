using System.Globalization;
using System.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Smb;

/// <summary>Followers of SMB.</summary>
internal sealed class SmbFollowerFactory : FollowerFactory
{
    /// <inheritdoc/>
    public override string App => "smb";

    /// <inheritdoc/>
    public override FollowerPurpose Purpose => FollowerPurpose.Facts;

    /// <inheritdoc/>
    public override Follower Begin() => new SmbFollower();
}

/// <summary>
/// Reads SMB's dialect ([MS-SMB2] 2.2.4, [MS-CIFS] 2.2.4.52), who logs in (NTLM), and of versions 2 and 3 the trees and the files that are opened, as
/// long as they are not encrypted.
/// </summary>
internal sealed class SmbFollower : Follower
{
    private const int NetBiosHeader = 4;
    private const int LongestWanted = 4096;
    private const int MostMessages = 512;
    private const int MostNames = 32;
    private const ushort Negotiate = 0, SessionSetup = 1, TreeConnect = 3, Create = 5;
    private readonly List<string> _dialects = [];
    private int _messages;
    private int _names;

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        var bytes = said.Bytes;
        if (bytes.Length < NetBiosHeader)
            return 0;
        var length = bytes[1] << 16 | bytes[2] << 8 | bytes[3];
        if (bytes[0] != 0)
            return NetBiosHeader + (length & 0x1FFFF);
        var wanted = Math.Min(length, LongestWanted);
        if (bytes.Length < NetBiosHeader + wanted)
            return 0;
        var message = bytes.Slice(NetBiosHeader, wanted);
        if (++_messages > MostMessages || _names > MostNames)
            notes.Done();
        else if (message.Length >= 64 && message[0] == 0xFE && message[1..].StartsWith("SMB"u8))
            Two(message, notes);
        else if (message.Length > 35 && message[0] == 0xFF && message[1..].StartsWith("SMB"u8))
            One(message, notes);
        else if (message.Length > 0 && message[0] == 0xFD)
            notes.Done();
        return NetBiosHeader + (long)length;
    }

    private void Two(ReadOnlySpan<byte> message, FlowNotes notes)
    {
        var reader = new ByteReader(message);
        reader.Skip(12);
        var command = reader.U16Little();
        reader.Skip(2);
        var response = (reader.U32Little() & 1) != 0;
        reader = new ByteReader(message[64..]);
        if (command == Negotiate && response)
        {
            reader.Skip(4);
            SayDialect(reader.U16Little(), notes);
        }
        else if (command == SessionSetup && !response)
        {
            NtlmMessage.Say(message, notes);
        }
        else if (command == TreeConnect && !response)
        {
            reader.Skip(4);
            SayName("smb_share", message, reader.U16Little(), reader.U16Little(), notes);
        }
        else if (command == Create && !response)
        {
            reader.Skip(44);
            SayName("file_name", message, reader.U16Little(), reader.U16Little(), notes);
        }
    }

    private void SayName(string fact, ReadOnlySpan<byte> message, int offset, int length, FlowNotes notes)
    {
        if (length is 0 or > 1024 || offset + length > message.Length)
            return;
        _names++;
        notes.Fact(fact, Value.Of(Texts.Clean(Encoding.Unicode.GetString(message.Slice(offset, length)))));
    }

    private static void SayDialect(ushort dialect, FlowNotes notes)
    {
        // 2.??: the real one is negotiated in the next message.
        if (dialect != 0x02FF)
            notes.Fact("smb_dialect", Value.Of(string.Create(CultureInfo.InvariantCulture, $"{dialect >> 8}.{dialect >> 4 & 15}{(dialect >= 0x0300 ? $".{dialect & 15}" : $"{dialect & 15}")}")));
    }

    private void One(ReadOnlySpan<byte> message, FlowNotes notes)
    {
        const byte negotiate = 0x72, sessionSetup = 0x73;
        var response = (message[9] & 0x80) != 0;
        if (message[4] == sessionSetup && !response)
            NtlmMessage.Say(message, notes);
        if (message[4] != negotiate)
            return;
        if (response)
        {
            var chosen = message[33] | message[34] << 8;
            if (message[32] > 0 && chosen < _dialects.Count && !_dialects[chosen].StartsWith("SMB 2.", StringComparison.Ordinal))
                notes.Fact("smb_dialect", Value.Of(_dialects[chosen]));
            return;
        }

        // Each dialect is a text behind a 2.
        var rest = message[35..];
        while (_dialects.Count < MostNames && !rest.IsEmpty && rest[0] == 2 && rest.IndexOf((byte)0) is > 0 and var end)
        {
            _dialects.Add(Texts.Of(rest[1..end]) ?? "");
            rest = rest[(end + 1)..];
        }
    }
}
