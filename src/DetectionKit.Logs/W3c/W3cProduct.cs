using System.Collections.Immutable;

namespace DetectionKit.Logs.W3c;

/// <summary>A product that writes W3C extended logs: how its log is known, and what its numbers mean.</summary>
/// <param name="Name">What <c>vendor_product</c> says.</param>
/// <param name="SourceTypes">Its source types, the add-on's first.</param>
/// <param name="Signs">Columns that only its logs have, by the field names here.</param>
/// <param name="Software">What <c>#Software</c> begins with; null: it says none.</param>
/// <param name="IsProxy">Whether it speaks for clients: then what it sent (<c>sc-bytes</c>) is what they received.</param>
/// <param name="SecondsTaken">How many seconds one unit of <c>time-taken</c> is.</param>
internal sealed record W3cProduct(string Name, ImmutableArray<string> SourceTypes, ImmutableArray<string> Signs, string? Software, bool IsProxy, double SecondsTaken)
{
    /// <summary>The products, and last any other program.</summary>
    public static ImmutableArray<W3cProduct> All { get; } =
    [
        new("Amazon CloudFront", ["aws:cloudfront:accesslogs"], ["x_edge_location", "x_edge_result_type"], null, IsProxy: false, 1),
        new("Microsoft IIS", ["ms:iis:auto", "ms:iis:default", "ms:iis:splunk", "iis", "MSWindows:IIS"], ["sc_win32_status", "s_sitename"], "Microsoft Internet Information Services", IsProxy: false, 0.001),
        new("Blue Coat ProxySG", ["bluecoat:proxysg:access:file", "bluecoat:proxysg:access:syslog", "bluecoat"], ["cs_categories", "sc_filter_result", "s_action"], "SGOS", IsProxy: true, 0.001),
        new("W3C", ["w3c"], [], null, IsProxy: false, 1),
    ];

    /// <summary>The product that writes such columns.</summary>
    /// <param name="software">What <c>#Software</c> says, or null.</param>
    /// <param name="columns">The columns, by the field names here.</param>
    public static W3cProduct Of(string? software, IReadOnlyCollection<string> columns) =>
        All.FirstOrDefault(product => product.Software is { } name && software?.StartsWith(name, StringComparison.OrdinalIgnoreCase) == true)
        ?? All.FirstOrDefault(product => product.Signs.Any(columns.Contains))
        ?? All[^1];
}
