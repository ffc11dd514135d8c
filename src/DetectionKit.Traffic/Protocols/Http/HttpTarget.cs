namespace DetectionKit.Traffic.Protocols.Http;

/// <summary>Parts of request targets and URLs (RFC 9112 section 3.2, RFC 3986 section 3), cut without judging them.</summary>
internal static class HttpTarget
{
    private const string Separator = "://";

    /// <summary>The path, and the query with its question mark; null for what is not there.</summary>
    public static (string? Path, string? Query) Split(string? target)
    {
        if (target is null)
            return default;
        var begin = 0;
        if (Authority(target) is { } authority)
            begin = authority.End.GetOffset(target.Length);
        else if (!target.StartsWith('/') && !target.StartsWith('*'))
            return default;
        var rest = target[begin..];
        var fragment = rest.IndexOf('#', StringComparison.Ordinal);
        if (fragment >= 0)
            rest = rest[..fragment];
        var question = rest.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? rest : rest[..question];
        return (path.Length == 0 ? "/" : path, question < 0 ? null : rest[question..]);
    }

    /// <summary>The host with its port: of a whole URL, or of CONNECT's authority.</summary>
    public static string? Host(string? target, string? method)
    {
        if (target is null)
            return null;
        if (Authority(target) is { } range)
            return target[range] is { Length: > 0 } host ? host[(host.LastIndexOf('@') + 1)..] : null;
        return method is "CONNECT" ? target : null;
    }

    /// <summary>A host without its port.</summary>
    public static string? Domain(string? host)
    {
        if (string.IsNullOrEmpty(host))
            return null;
        if (host[0] == '[')
            return host.IndexOf(']', StringComparison.Ordinal) is > 0 and var bracket ? host[1..bracket] : host;
        var colon = host.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? host : host[..colon];
    }

    private static Range? Authority(string url)
    {
        var at = url.IndexOf(Separator, StringComparison.Ordinal);
        if (at <= 0 || url.AsSpan(0, at).ContainsAny('/', '?'))
            return null;
        var begin = at + Separator.Length;
        var length = url.AsSpan(begin).IndexOfAny('/', '?', '#');
        return begin..(length < 0 ? url.Length : begin + length);
    }
}
