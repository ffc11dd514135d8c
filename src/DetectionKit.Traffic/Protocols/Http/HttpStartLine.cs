using System.Text;
using Ascii = DetectionKit.Traffic.Protocols.Parsing.Ascii;

namespace DetectionKit.Traffic.Protocols.Http;

/// <summary>Request lines and status lines (RFC 9112 sections 3 and 4).</summary>
internal static class HttpStartLine
{
    /// <summary>Reads a line without its end; null where it is neither.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isCut">Whether it goes on behind what is here.</param>
    /// <param name="time">When it came.</param>
    public static HttpMessage? Read(ReadOnlySpan<byte> line, bool isCut, long time)
    {
        if (Ascii.Starts(line, "HTTP/"u8))
            return Status(line, time);
        var end = Ascii.IndexOfOther(line, Ascii.Token);
        if (end is < 1 or > HttpMethods.Longest || line[end] is not ((byte)' ' or (byte)'\t'))
            return null;
        var rest = line[end..].Trim(" \t"u8);
        var last = rest.LastIndexOfAny((byte)' ', (byte)'\t');
        var isVersioned = last > 0 && Ascii.Starts(rest[(last + 1)..], "HTTP/"u8);
        if (!isVersioned && !(HttpMethods.IsKnown(line[..end]) && !rest.IsEmpty))
            return null;
        return new()
        {
            Begun = time,
            Ended = time,
            Method = Encoding.ASCII.GetString(line[..end]),
            Target = HttpFields.Text(isVersioned ? rest[..last].TrimEnd(" \t"u8) : rest),
            IsBare = !isVersioned && !isCut,
        };
    }

    /// <summary>Whether a message may begin here.</summary>
    public static bool MayBegin(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.MayStart(bytes, "HTTP/"u8))
            return true;
        var end = Ascii.IndexOfOther(bytes[..Math.Min(bytes.Length, HttpMethods.Longest + 1)], Ascii.Token);
        return end < 0 ? bytes.Length <= HttpMethods.Longest : bytes[end] == (byte)' ' && HttpMethods.IsKnown(bytes[..end]);
    }

    private static HttpMessage? Status(ReadOnlySpan<byte> line, long time)
    {
        var blank = line.IndexOfAny((byte)' ', (byte)'\t');
        if (blank < 0)
            return null;
        var code = line[blank..].TrimStart(" \t"u8);
        if (code.Length < 3 || !Ascii.IsDigit(code[0]) || !Ascii.IsDigit(code[1]) || !Ascii.IsDigit(code[2]))
            return null;
        return new() { IsResponse = true, Begun = time, Ended = time, Status = ((code[0] - '0') * 100) + ((code[1] - '0') * 10) + code[2] - '0' };
    }
}
