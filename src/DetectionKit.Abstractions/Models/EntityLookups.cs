using System.Collections.Immutable;

namespace DetectionKit.Abstractions.Models;

/// <summary>
/// The lookups by whose names and columns content says what it knows of assets and identities, as Splunk Enterprise Security calls them ("Format an asset
/// or identity list as a lookup").
/// </summary>
public static class EntityLookups
{
    /// <summary>Assets by host name, address or hardware address.</summary>
    public const string AssetsByName = "asset_lookup_by_str";

    /// <summary>Assets by network, in CIDR form.</summary>
    public const string AssetsByNetwork = "asset_lookup_by_cidr";

    /// <summary>Users.</summary>
    public const string Identities = "identity_lookup_expanded";

    /// <summary>The columns that name an asset; a cell may hold several names with <c>|</c> between.</summary>
    public static ImmutableArray<string> AssetNames { get; } = ["asset", "ip", "mac", "nt_host", "dns"];

    /// <summary>The columns that name a user; a cell may hold several names with <c>|</c> between.</summary>
    public static ImmutableArray<string> IdentityNames { get; } = ["identity", "email"];

    /// <summary>The lookups of which one fills such a field; none for a field that a source fills.</summary>
    /// <param name="filler">What fills it.</param>
    public static ImmutableArray<string> For(FieldFiller filler) => filler switch
    {
        FieldFiller.Source => [],
        FieldFiller.AssetLookup => [AssetsByName, AssetsByNetwork],
        FieldFiller.IdentityLookup => [Identities],
    };
}
