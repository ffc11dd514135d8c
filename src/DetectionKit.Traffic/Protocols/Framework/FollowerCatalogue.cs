namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>All followers' factories by the verdict that they follow. One protocol has one.</summary>
internal static class FollowerCatalogue
{
    /// <summary>Every factory of this assembly.</summary>
    public static IReadOnlyDictionary<string, FollowerFactory> All { get; } = typeof(FollowerFactory).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(FollowerFactory)))
        .Select(type => (FollowerFactory)Activator.CreateInstance(type)!)
        .ToDictionary(factory => factory.App, StringComparer.Ordinal);
}
