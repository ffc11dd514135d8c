using System.Security.Cryptography;
using DetectionKit.Compiler.Emit;

namespace DetectionKit.Workspace.Caching;

/// <summary>
/// The cache on disk: one index and the images that it names. Whatever is missing, cut short or changed is a miss, and a folder that cannot be written
/// is no cache. Files are written aside and renamed, so that several processes may share a folder; the last index written wins, which costs a recompile only.
/// </summary>
/// <param name="folder">The folder; made when first written to.</param>
/// <param name="defersWrites">Whether writes wait in memory until <see cref="Settle"/>; then one thread checks at a time.</param>
internal sealed class CompileCache(string folder, bool defersWrites = false)
{
    private static readonly TimeSpan KeptUnused = TimeSpan.FromHours(1);
    private readonly Dictionary<string, DetectorImage?> _images = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, byte[]> _waiting = new(StringComparer.Ordinal);
    private CacheIndex? _kept;
    private bool _isKeptNew;

    private string IndexPath => Path.Combine(folder, "index.bin");

    public CacheIndex Load() => defersWrites ? _kept ??= Read() : Read();

    public void Save(CacheIndex index)
    {
        if (defersWrites)
            (_kept, _isKeptNew) = (index, true);
        else
            Write(index);
    }

    /// <summary>Writes what waits, and lets go of images that no rule names.</summary>
    public void Settle()
    {
        if (_kept is not { } index || !_isKeptNew)
            return;
        _isKeptNew = false;
        var used = index.Rules.Values.Select(rule => rule.Image).ToHashSet(StringComparer.Ordinal);
        lock (_lock)
        {
            foreach (var (name, bytes) in _waiting.Where(pair => used.Contains(pair.Key)))
                WriteImage(name, bytes);
            _waiting.Clear();
            foreach (var gone in _images.Keys.Where(name => !used.Contains(name)).ToArray())
                _images.Remove(gone);
        }

        Write(index);
    }

    /// <summary>Keeps an image; gives the name under which it is found.</summary>
    public string Add(DetectorImage image)
    {
        var bytes = ImageFormat.Write(image);
        var name = Convert.ToHexString(SHA256.HashData(bytes), 0, 16);
        lock (_lock)
        {
            _images[name] = image;
            if (defersWrites)
                _waiting[name] = bytes;
            else
                WriteImage(name, bytes);
        }

        return name;
    }

    /// <summary>An image, or null where it is missing or damaged.</summary>
    public DetectorImage? Image(string name)
    {
        lock (_lock)
        {
            if (_images.TryGetValue(name, out var known))
                return known;
            DetectorImage? image = null;
            try
            {
                image = File.Exists(ImagePath(name)) ? ImageFormat.Read(File.ReadAllBytes(ImagePath(name)), name) : null;
            }
            catch (Exception exception) when (IsUnusable(exception))
            {
                // Damaged: as if it were not there.
            }

            return _images[name] = image;
        }
    }

    private CacheIndex Read()
    {
        try
        {
            return File.Exists(IndexPath) && IndexFormat.Read(File.ReadAllBytes(IndexPath), CompilerStamp.Current) is { } index ? index : new CacheIndex();
        }
        catch (Exception exception) when (IsUnusable(exception))
        {
            return new CacheIndex();
        }
    }

    private void Write(CacheIndex index)
    {
        try
        {
            Directory.CreateDirectory(folder);
            WholeFile.Write(IndexPath, IndexFormat.Write(CompilerStamp.Current, index));
            Prune(index.Rules.Values.Select(rule => rule.Image).ToHashSet(StringComparer.Ordinal));
        }
        catch (Exception exception) when (IsUnusable(exception))
        {
            // The next check compiles again.
        }
    }

    private void WriteImage(string name, byte[] bytes)
    {
        try
        {
            Directory.CreateDirectory(folder);
            if (!File.Exists(ImagePath(name)))
                WholeFile.Write(ImagePath(name), bytes);
        }
        catch (Exception exception) when (IsUnusable(exception))
        {
            // The image lives as long as this process.
        }
    }

    private static bool IsUnusable(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or FormatException or ArgumentException or OverflowException or NotSupportedException or OutOfMemoryException;

    private string ImagePath(string name) => Path.Combine(folder, name + ".image");

    /// <summary>Removes images that no rule names, except young ones: another process may be about to name them.</summary>
    private void Prune(HashSet<string> used)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".image" or ".tmp").ToArray())
        {
            if (!used.Contains(Path.GetFileNameWithoutExtension(file)) && DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > KeptUnused)
                File.Delete(file);
        }
    }
}
