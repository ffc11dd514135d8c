using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Mapping;

/// <summary>Takes URLs and request targets apart (RFC 3986 section 3), as far as they are any; none of it throws.</summary>
internal static class UrlText
{
    /// <summary>The path; absent where there is none.</summary>
    /// <param name="url">A URL, or a request's target.</param>
    public static Value PathOf(Value url)
    {
        var rest = AfterAuthority(url.ToText());
        var end = rest.IndexOfAny('?', '#');
        return TextOf(end < 0 ? rest : rest[..end]);
    }

    /// <summary>The query without its question mark; absent where there is none.</summary>
    /// <param name="url">A URL, or a request's target.</param>
    public static Value QueryOf(Value url)
    {
        var rest = AfterAuthority(url.ToText());
        var mark = rest.IndexOf('?');
        if (mark < 0)
            return default;
        rest = rest[(mark + 1)..];
        var end = rest.IndexOf('#');
        return TextOf(end < 0 ? rest : rest[..end]);
    }

    /// <summary>The host without its port; absent where there is none.</summary>
    /// <param name="url">A URL, or a host with or without a port.</param>
    public static Value DomainOf(Value url)
    {
        var text = url.ToText().AsSpan();
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
            text = text[(scheme + 3)..];
        var end = text.IndexOfAny('/', '?', '#');
        if (end >= 0)
            text = text[..end];
        var user = text.LastIndexOf('@');
        if (user >= 0)
            text = text[(user + 1)..];
        if (text.StartsWith('['))
            return TextOf(text.IndexOf(']') is > 0 and var close ? text[1..close] : text[1..]);
        var port = text.LastIndexOf(':');
        return TextOf(port >= 0 && text.IndexOf(':') == port ? text[..port] : text);
    }

    private static ReadOnlySpan<char> AfterAuthority(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme is < 0 or > 10)
            return url;
        var rest = url.AsSpan(scheme + 3);
        var slash = rest.IndexOfAny('/', '?', '#');
        return slash < 0 ? default : rest[slash..];
    }

    private static Value TextOf(ReadOnlySpan<char> text) => text.IsEmpty ? default : Value.Of(text.ToString());
}
