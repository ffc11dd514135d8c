using DetectionKit.Workspace.Caching;
using DetectionKit.Workspace.Checking;
using DetectionKit.Workspace.Content;

namespace DetectionKit.Workspace;

/// <summary>A repository of detections: finds rules, macros and lookups, and compiles them. A check reads the files anew.</summary>
public sealed class DetectionWorkspace
{
    private readonly CompileCache? _cache;
    private readonly WorkspaceOptions _options;

    private DetectionWorkspace(WorkspaceOptions options)
    {
        _options = options;
        _cache = options.UseCache ? new CompileCache(CacheFolder, options.DefersWrites) : null;
    }

    /// <summary>The folder of the compile cache; other caches of the same repository may lie beside it.</summary>
    public string CacheFolder => _options.CacheFolder ?? CacheLocation.Of(_options.Root);

    /// <summary>A workspace; nothing is read yet.</summary>
    /// <param name="options">Where it lies.</param>
    public static DetectionWorkspace Open(WorkspaceOptions options) => new(options);

    /// <summary>Checks detections: all errors of all files are reported, and what compiles has an image. Compiles only what has changed.</summary>
    /// <param name="paths">Files and folders, relative to the root; none: the content folder.</param>
    /// <param name="isStrict">Whether warnings are errors.</param>
    public CheckResult Check(IEnumerable<string> paths, bool isStrict = false)
    {
        var given = paths.ToArray();
        var files = RuleFiles.Find(_options.Root, given.Length == 0 ? [_options.ContentFolder] : given);
        var content = ContentFolder.Read(_options.Root, _options.ContentFolder);
        return new CheckPipeline(content, ReferencedNames.Read(_options.Root, _options.ContentFolder), _cache, _options.Filled).Check(files, isStrict, _options.Earlier);
    }

    /// <summary>Writes what waits to be kept.</summary>
    public void Settle() => _cache?.Settle();
}
