namespace DetectionKit.Abstractions.Models;

/// <summary>Who gives a field its value.</summary>
public enum FieldFiller
{
    /// <summary>The reader that makes the event.</summary>
    Source,

    /// <summary>A lookup of assets: what is known of a system.</summary>
    AssetLookup,

    /// <summary>A lookup of identities: what is known of a user.</summary>
    IdentityLookup,
}
