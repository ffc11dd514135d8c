using DetectionKit.Testing.Judging;
using DetectionKit.Workspace;

namespace DetectionKit.Testing.Snapshots;

/// <summary>Snapshots beside their rules: <c>name.yml</c>, <c>name.verified.json</c>, and <c>name.received.json</c> while they differ.</summary>
public static class SnapshotStore
{
    /// <summary>The snapshot's file of a rule's file.</summary>
    /// <param name="rule">The rule's file.</param>
    public static string VerifiedOf(string rule) => Stem(rule) + SnapshotFile.Verified;

    /// <summary>The file that what was found goes to.</summary>
    /// <param name="rule">The rule's file.</param>
    public static string ReceivedOf(string rule) => Stem(rule) + SnapshotFile.Received;

    /// <summary>Reads a rule's snapshot.</summary>
    /// <param name="rule">The rule's file on this machine.</param>
    /// <returns>The snapshot, empty where there is no file; null where the file is no snapshot, or cannot be read.</returns>
    public static Snapshot? Load(string rule)
    {
        var file = VerifiedOf(rule);
        try
        {
            return File.Exists(file) ? SnapshotFile.TryRead(File.ReadAllText(file)) : Snapshot.Empty;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes what a verdict says: the accepted snapshot, and what was found while it differs. Nothing is left half-written.</summary>
    /// <param name="rule">The rule's file on this machine.</param>
    /// <param name="verdict">The verdict.</param>
    public static void Save(string rule, Verdict verdict)
    {
        if (verdict.Accepted is { } accepted)
            Write(VerifiedOf(rule), accepted.Datasets.IsEmpty ? null : SnapshotFile.Write(accepted));
        Write(ReceivedOf(rule), verdict.Differs ? SnapshotFile.Write(verdict.Found) : null);
    }

    private static void Write(string file, string? text)
    {
        if (text is null)
        {
            if (File.Exists(file))
                File.Delete(file);
            return;
        }

        WholeFile.Write(file, text);
    }

    private static string Stem(string rule) => rule[..^Path.GetExtension(rule).Length];
}
