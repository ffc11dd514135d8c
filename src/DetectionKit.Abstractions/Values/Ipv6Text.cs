namespace DetectionKit.Abstractions.Values;

/// <summary>IPv6 addresses as text (RFC 4291 section 2.2): eight groups of hexadecimal digits, one run of zero groups left out, IPv4's form at the end.</summary>
internal static class Ipv6Text
{
    private const int Groups = 8;

    /// <summary>Reads an address; no zone, no brackets, no prefix length.</summary>
    /// <param name="text">The text.</param>
    /// <param name="high">Its high 64 bits.</param>
    /// <param name="low">Its low 64 bits.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out ulong high, out ulong low)
    {
        (high, low) = (0, 0);
        Span<ushort> groups = stackalloc ushort[Groups];
        groups.Clear();
        var gap = text.IndexOf("::");
        var front = Read(gap < 0 ? text : text[..gap], groups, mayEndDotted: gap < 0);
        if (front < 0 || (gap < 0 && front != Groups))
            return false;
        if (gap >= 0)
        {
            Span<ushort> behind = stackalloc ushort[Groups];
            var back = Read(text[(gap + 2)..], behind, mayEndDotted: true);
            // What is left out is at least one group.
            if (back < 0 || front + back >= Groups)
                return false;
            behind[..back].CopyTo(groups[(Groups - back)..]);
        }

        for (var i = 0; i < Groups / 2; i++)
        {
            high = (high << 16) | groups[i];
            low = (low << 16) | groups[i + (Groups / 2)];
        }

        return true;
    }

    /// <summary>Groups with colons between them; how many, or -1 where the text is something else. Empty text has none.</summary>
    private static int Read(ReadOnlySpan<char> text, Span<ushort> groups, bool mayEndDotted)
    {
        var count = 0;
        while (!text.IsEmpty)
        {
            var colon = text.IndexOf(':');
            var group = colon < 0 ? text : text[..colon];
            if (colon < 0 && mayEndDotted && group.Contains('.'))
            {
                if (count > Groups - 2 || !IpAddress.TryParseDotted(group, out var dotted))
                    return -1;
                groups[count++] = (ushort)(dotted >> 16);
                groups[count++] = (ushort)(dotted & 0xFFFF);
                return count;
            }

            if (count == Groups || !TryReadGroup(group, out groups[count]) || colon == text.Length - 1)
                return -1;
            count++;
            text = colon < 0 ? default : text[(colon + 1)..];
        }

        return count;
    }

    private static bool TryReadGroup(ReadOnlySpan<char> text, out ushort group)
    {
        group = 0;
        if (text.Length is 0 or > 4)
            return false;
        foreach (var digit in text)
        {
            if (!char.IsAsciiHexDigit(digit))
                return false;
            group = (ushort)((group << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10));
        }

        return true;
    }
}
