using System.Security.Cryptography;
using System.Text;

namespace DetectionKit.Testing.Datasets;

/// <summary>Hashes a dataset's files: what is there against what was recorded, and as the key of what was found on them.</summary>
public static class DatasetHash
{
    /// <summary>One hash over all files' contents, after each was held against its recorded one.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="problem">What is wrong, when the result is null.</param>
    /// <returns>Lower-case hexadecimal digits; null: a file is missing, unreadable or not what was recorded.</returns>
    public static string? TryCompute(Dataset dataset, out DatasetProblem? problem)
    {
        problem = null;
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in dataset.Files)
        {
            string hash;
            try
            {
                using var stream = File.OpenRead(file.FullPath);
                hash = Convert.ToHexStringLower(SHA256.HashData(stream));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                problem = new(file.Path, 0, File.Exists(file.FullPath) ? e.Message : "the file is not here; make.sh makes it");
                return null;
            }

            if (file.Sha256 is { } recorded && !string.Equals(recorded, hash, StringComparison.Ordinal))
            {
                problem = new(file.Path, 0, $"sha256 is {hash}, but dataset.yml says {recorded}");
                return null;
            }

            all.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\0{file.SourceType}\0{file.Source}\0{hash}\n"));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }
}
