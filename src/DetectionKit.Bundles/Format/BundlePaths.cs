namespace DetectionKit.Bundles.Format;

/// <summary>Where things lie in a bundle.</summary>
internal static class BundlePaths
{
    public const string ContentTypes = "[Content_Types].xml";
    public const string Relations = "_rels/.rels";
    public const string Lookups = "detectionkit/lookups/";
    public const string Plans = "detectionkit/plans.json";
    public const string BillOfMaterials = "detectionkit/sbom.cdx.json";
    public const string Manifest = "detectionkit/manifest.json";
    public const string Signature = "detectionkit/manifest.sig";
    public const string Provenance = "detectionkit/provenance.json";

    /// <summary>A feed's own signature, which says nothing here.</summary>
    public const string FeedSignature = ".signature.p7s";

    public static string Specification(string id) => id + ".nuspec";

    public static string Image(string id) => $"lib/net10.0/{id}.dll";

    public static string Symbols(string id) => $"lib/net10.0/{id}.pdb";

    /// <summary>Whether the manifest may list the path.</summary>
    public static bool IsListed(string path, string id) =>
        path is ContentTypes or Relations or Plans or BillOfMaterials
        || string.Equals(path, Specification(id), StringComparison.Ordinal)
        || string.Equals(path, Image(id), StringComparison.Ordinal)
        || string.Equals(path, Symbols(id), StringComparison.Ordinal)
        || (path.StartsWith(Lookups, StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal) && path.IndexOf('/', Lookups.Length) < 0);

    /// <summary>Whether the path needs no place in the manifest.</summary>
    public static bool IsUnlisted(string path) => path is Manifest or Signature or Provenance or FeedSignature;
}
