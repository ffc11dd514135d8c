using System.Security.Cryptography;
using System.Text;

namespace DetectionKit.Workspace.Caching;

/// <summary>Where a workspace's cache lies.</summary>
internal static class CacheLocation
{
    /// <summary><c>.dk</c> in the root of the git repository around the folder; outside of one a folder of its own in the user's cache.</summary>
    public static string Of(string root)
    {
        for (var folder = new DirectoryInfo(root); folder is not null; folder = folder.Parent)
        {
            // A file of that name marks a linked work tree.
            var git = Path.Combine(folder.FullName, ".git");
            if (Directory.Exists(git) || File.Exists(git))
                return Path.Combine(folder.FullName, ".dk");
        }

        var caches = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } given
            ? given
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)), 0, 8);
        return Path.Combine(caches, "detectionkit", name);
    }
}
