using System.Collections.Immutable;
using System.Security.Cryptography;
using DetectionKit.Bundles;
using DetectionKit.Bundles.Signing;

namespace DetectionKit.Sensor.Rules;

/// <summary>Finds the bundle that counts, reads and verifies it: a file, or the one of the highest serial among those of a folder.</summary>
/// <param name="path">The file or folder.</param>
/// <param name="trust">Files of public keys; read again each time, so that keys can be exchanged.</param>
/// <param name="allowUnsigned">Whether a bundle that no trusted key signed is taken.</param>
/// <param name="accepted">The file that keeps the serials of bundles that ran: none goes back behind them.</param>
/// <param name="clock">Says when keys are trusted; null: the system's.</param>
internal sealed class BundleSource(string path, ImmutableArray<string> trust, bool allowUnsigned, string accepted, TimeProvider? clock = null)
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private string _trustStamp = "";
    private ImmutableArray<DateTimeOffset> _turns = [];

    /// <summary>What the files looked like, and which keys counted; another stamp says that it is worth to read again.</summary>
    public string Stamp()
    {
        var trusted = StampOf(trust);
        if (!string.Equals(trusted, _trustStamp, StringComparison.Ordinal))
            (_trustStamp, _turns) = (trusted, Turns());
        var now = _clock.GetUtcNow();
        return FormattableString.Invariant($"{StampOf(Files())}\n{trusted}\n{_turns.Count(turn => turn <= now)}");
    }

    /// <summary>Reads the bundle.</summary>
    /// <param name="problems">What is wrong, with files that were passed over too.</param>
    public (Bundle Bundle, string File)? Read(out ImmutableArray<string> problems)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        (Bundle Bundle, string File)? best = null;
        try
        {
            ImmutableArray<TrustedKey> keys = [.. trust.SelectMany(file => Keys(file))];
            foreach (var file in Files())
            {
                if (Read(file, keys, found) is { } bundle && (best is null || bundle.Manifest.Serial > best.Value.Bundle.Manifest.Serial))
                    best = (bundle, file);
            }

            if (best is { } newest && Accepted().Judge(newest.Bundle.Manifest) is { } older)
            {
                found.Add($"{newest.File}: {older.Message}");
                best = null;
            }

            if (best is null && found.Count == 0)
                found.Add($"{path}: there is no bundle");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            // What was not judged to its end is not taken.
            found.Add(e.Message);
            best = null;
        }

        problems = found.ToImmutable();
        return best;
    }

    /// <summary>Keeps the serial of a bundle that is about to run.</summary>
    public void Accept(BundleManifest manifest)
    {
        var (before, after) = (Accepted(), Accepted().With(manifest));
        // What ran before needs no room on a disk that is full.
        if (after.ToJson().AsSpan().SequenceEqual(before.ToJson()))
            return;
        var half = accepted + ".new";
        using (var file = new FileStream(half, FileMode.Create, FileAccess.Write))
        {
            file.Write(after.ToJson());
            file.Flush(flushToDisk: true);
        }

        File.Move(half, accepted, overwrite: true);
    }

    // One that cannot be read is no reason to leave the others alone.
    private Bundle? Read(string file, ImmutableArray<TrustedKey> keys, ImmutableArray<string>.Builder problems)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var result = BundleReader.Read(stream, new BundleTrust(keys, allowUnsigned, _clock.GetUtcNow()));
            problems.AddRange(result.Problems.Select(problem => $"{file}: {problem.Message}"));
            return result.Bundle;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(e.Message);
            return null;
        }
    }

    private AcceptedSerials Accepted() => !File.Exists(accepted)
        ? AcceptedSerials.None
        : AcceptedSerials.Read(File.ReadAllBytes(accepted)) ?? throw new IOException($"{accepted}: this is no file of accepted serials");

    private string[] Files() => Directory.Exists(path) ? [.. Directory.GetFiles(path, "*.nupkg").Order(StringComparer.Ordinal)] : File.Exists(path) ? [path] : [];

    private static string StampOf(IEnumerable<string> files) => string.Join('\n', files.Select(file => new FileInfo(file)).Where(file => file.Exists)
        .Select(file => FormattableString.Invariant($"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}")));

    // When a key begins or ends to count. Of files that cannot be read nothing is known; who reads the bundle says so.
    private ImmutableArray<DateTimeOffset> Turns()
    {
        try
        {
            return [.. trust.SelectMany(file => Keys(file)).SelectMany(key => new[] { key.NotBefore, key.NotAfter?.AddTicks(1) }).OfType<DateTimeOffset>()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return [];
        }
    }

    private static ImmutableArray<TrustedKey> Keys(string file) =>
        TrustFile.Read(File.ReadAllText(file), out var problem) is { IsEmpty: false } keys ? keys : throw new CryptographicException($"{file}: {problem}");
}
