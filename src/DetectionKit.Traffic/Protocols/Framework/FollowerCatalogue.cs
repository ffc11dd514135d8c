namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>All followers' factories by the verdict that they follow. One protocol has one.</summary>
internal static class FollowerCatalogue
{
    /// <summary>Every factory of this assembly.</summary>
    public static IReadOnlyDictionary<string, FollowerFactory> All { get; } = Index(Catalogues.MakeFollowerFactories());

    private static Dictionary<string, FollowerFactory> Index(FollowerFactory[] factories)
    {
        var byApp = new Dictionary<string, FollowerFactory>(factories.Length, StringComparer.Ordinal);
        foreach (var factory in factories)
            byApp.Add(factory.App, factory);
        return byApp;
    }
}
