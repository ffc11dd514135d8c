namespace DetectionKit.Traffic.Protocols.OpenFlow;

/// <summary>
/// What a message's body proves, for conversations whose HELLO was not captured (OpenFlow Switch Specification 1.0.0 section 5, 1.3.5 section 7.3): fixed
/// lengths, numbers of few values, and padding that is zero.
/// </summary>
internal static class OpenFlowBody
{
    private const int FirstWithExtensibleMatch = 3;

    /// <summary>Bits of evidence; negative: no such message.</summary>
    /// <param name="version">The protocol's version.</param>
    /// <param name="type">The message's type.</param>
    /// <param name="length">The body's length.</param>
    /// <param name="body">The body.</param>
    public static int Weigh(byte version, byte type, int length, ReadOnlySpan<byte> body) => type switch
    {
        0 => length == 0 ? 28 : body.StartsWith("\0\u0001\0\b"u8) ? 44 : -1,
        2 or 3 or 5 => 12,
        // An error's type is a small number.
        1 => body[0] == 0 && body[1] < 18 ? 8 : -1,
        // Features: seven bytes or three of padding behind the number of tables.
        6 => length < 24 ? -1 : version >= FirstWithExtensibleMatch ? length == 24 || (version == FirstWithExtensibleMatch && (length - 24) % 64 == 0) ? 24 : -1 : (length - 24) % 48 == 0 ? 20 : -1,
        7 => length == 0 ? 16 : -1,
        8 or 9 => length == 4 && body[0] == 0 && body[1] <= 3 ? 28 : -1,
        10 when version >= FirstWithExtensibleMatch => length >= 26 && body[6] <= 2 && (Match(body[16..]) || (version == FirstWithExtensibleMatch && Match(body[8..]))) ? 40 : -1,
        10 => length >= 10 && body[8] <= 1 && body[9] == 0 ? 18 : -1,
        13 when version >= FirstWithExtensibleMatch => length >= 16 && IsZero(body.Slice(10, 6)) ? 48 : -1,
        14 when version >= FirstWithExtensibleMatch => length >= 48 && body[17] <= 4 && body[38] == 0 && body[39] == 0 && Match(body[40..]) ? 56 : -1,
        11 when version >= FirstWithExtensibleMatch => length >= 48 && body[10] <= 5 && Match(body[40..]) ? 44 : -1,
        15 when version >= FirstWithExtensibleMatch => length >= 8 && body[0] == 0 && body[1] <= 6 && body[2] <= 3 && body[3] == 0 ? 28 : -1,
        18 or 19 when version >= FirstWithExtensibleMatch => length >= 8 && IsKind(body) && body[2] == 0 && body[3] <= 1 && IsZero(body.Slice(4, 4)) ? 56 : -1,
        20 or 21 when version >= FirstWithExtensibleMatch => length == 0 ? 16 : -1,
        16 or 17 when version == 1 => length >= 4 && IsKind(body) && body[2] == 0 && body[3] <= 1 ? 28 : -1,
        24 or 25 when version >= FirstWithExtensibleMatch => length == 16 && body[0] == 0 && body[1] == 0 && body[2] == 0 && body[3] <= 3 && IsZero(body.Slice(4, 4)) ? 56 : -1,
        29 when version >= FirstWithExtensibleMatch => length >= 8 && body[0] == 0 && body[1] <= 2 && body[2] == 0 && body[3] < 16 ? 32 : -1,
        12 => length >= 56 && body[0] <= 2 && IsZero(body.Slice(1, 7)) ? 56 : -1,
        _ => 5,
    };

    /// <summary>A match made of fields: type 1, its length, fields of the basic class, of a vendor's or of none.</summary>
    private static bool Match(ReadOnlySpan<byte> match) =>
        match.Length >= 4 && match[0] == 0 && match[1] == 1 && (match[2] << 8 | match[3]) is >= 4 and var length && (length == 4 || match.Length < 6 || match[4] is 0x80 or 0xFF or 0);

    /// <summary>A kind of statistics or of description, or a vendor's own.</summary>
    private static bool IsKind(ReadOnlySpan<byte> body) => (body[0] == 0 && body[1] < 20) || (body[0] == 0xFF && body[1] == 0xFF);

    private static bool IsZero(ReadOnlySpan<byte> bytes) => !bytes.ContainsAnyExcept((byte)0);
}
