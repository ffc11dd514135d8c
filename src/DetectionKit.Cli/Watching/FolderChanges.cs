using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace DetectionKit.Cli.Watching;

/// <summary>Collects changes under folders until they pause: one save is several changes.</summary>
internal sealed class FolderChanges : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private readonly BlockingCollection<string> _changed = [];
    private readonly ImmutableArray<FileSystemWatcher> _watchers;

    /// <summary>Begins to watch.</summary>
    /// <param name="folders">The folders; missing ones are passed over.</param>
    public FolderChanges(IEnumerable<string> folders)
    {
        _watchers = [.. folders.Where(Directory.Exists).Select(Watch)];
    }

    /// <summary>Waits for changes and gives their paths; nothing when it is cancelled.</summary>
    /// <param name="cancellation">Ends the waiting.</param>
    public ImmutableArray<string> Wait(CancellationToken cancellation)
    {
        try
        {
            var paths = new SortedSet<string>(StringComparer.Ordinal) { _changed.Take(cancellation) };
            while (_changed.TryTake(out var more, (int)Pause.TotalMilliseconds, cancellation))
                paths.Add(more);
            return [.. paths];
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var watcher in _watchers)
            watcher.Dispose();
        _changed.Dispose();
    }

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size };
        watcher.Changed += (_, e) => Add(e.FullPath);
        watcher.Created += (_, e) => Add(e.FullPath);
        watcher.Deleted += (_, e) => Add(e.FullPath);
        watcher.Renamed += (_, e) => Add(e.FullPath);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    // What `dk test` itself writes is no reason to test again; nor are editors' swap files.
    private void Add(string path)
    {
        var name = Path.GetFileName(path);
        if (!name.Contains(".received.", StringComparison.Ordinal) && !name.EndsWith(".tmp", StringComparison.Ordinal) && !name.EndsWith('~') && !name.StartsWith('.'))
            _changed.Add(path);
    }
}
