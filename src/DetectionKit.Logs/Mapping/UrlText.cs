using System.Buffers;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Mapping;

/// <summary>Takes URLs and request targets apart (RFC 3986 section 3), as far as they are any; none of it throws.</summary>
internal static class UrlText
{
    private static readonly SearchValues<char> SchemeCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-");

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
        ReadOnlySpan<char> text = url.ToText();
        text = text[SchemeLength(text)..];
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
        if (SchemeLength(url) is not (> 0 and var scheme))
            return url;
        var rest = url.AsSpan(scheme);
        var slash = rest.IndexOfAny('/', '?', '#');
        return slash < 0 ? default : rest[slash..];
    }

    // The scheme with its ://, which a URL inside a path or query has too (RFC 3986 section 3.1); 0: there is none.
    private static int SchemeLength(ReadOnlySpan<char> url)
    {
        var end = url.IndexOf("://", StringComparison.Ordinal);
        return end > 0 && !url[..end].ContainsAnyExcept(SchemeCharacters) ? end + "://".Length : 0;
    }

    private static Value TextOf(ReadOnlySpan<char> text) => text.IsEmpty ? default : Value.Of(text.ToString());
}
