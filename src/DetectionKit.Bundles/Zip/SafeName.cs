namespace DetectionKit.Bundles.Zip;

/// <summary>Which entry names are taken: relative paths of plain characters with forward slashes, no empty, <c>.</c> or <c>..</c> part.</summary>
internal static class SafeName
{
    private const int Longest = 200;

    public static bool Is(ReadOnlySpan<byte> name)
    {
        if (name.Length is 0 or > Longest)
            return false;
        foreach (var part in name.Split((byte)'/'))
        {
            var text = name[part];
            if (text.IsEmpty || text.SequenceEqual("."u8) || text.SequenceEqual(".."u8))
                return false;
            foreach (var b in text)
            {
                if (!char.IsAsciiLetterOrDigit((char)b) && !"._-+[]"u8.Contains(b))
                    return false;
            }
        }

        return true;
    }
}
