using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace DetectionKit.Bundles.Signing;

/// <summary>
/// A file of trusted keys: public keys as PEM, one after the other, each after lines of explanation (RFC 7468 section 5.2) that may say
/// <c>Not-Before: 2027-01-01</c> and <c>Not-After: 2027-12-31T23:59:59Z</c>; a day alone is its first second in UTC for the one, its last for the other.
/// </summary>
public static class TrustFile
{
    /// <summary>Reads a file of trusted keys.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="problem">What is wrong with it, where the result is empty.</param>
    /// <returns>At least one key, or none and a problem.</returns>
    public static ImmutableArray<TrustedKey> Read(string text, out string? problem)
    {
        var keys = ImmutableArray.CreateBuilder<TrustedKey>();
        problem = null;
        for (var start = 0; problem is null && start < text.Length;)
        {
            if (!PemEncoding.TryFind(text.AsSpan(start), out var fields))
                break;
            var (from, end) = (start + fields.Location.Start.Value, start + fields.Location.End.Value);
            var notBefore = Time(text[start..from], "Not-Before:", TimeSpan.Zero, ref problem);
            var notAfter = Time(text[start..from], "Not-After:", TimeSpan.FromDays(1) - TimeSpan.FromSeconds(1), ref problem);
            if (problem is null && BundleKeys.ReadPublic(text[from..end], out problem) is { } key)
                keys.Add(new(key, notBefore, notAfter));
            start = end;
        }

        if (problem is null && keys.Count == 0)
            problem = "it holds no public key in PEM form";
        return problem is null ? keys.ToImmutable() : [];
    }

    private static DateTimeOffset? Time(string explanation, string name, TimeSpan endOfDay, ref string? problem)
    {
        foreach (var line in explanation.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase)))
        {
            var value = line[name.Length..].Trim();
            const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
            if (DateTimeOffset.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, Utc, out var day))
                return day + endOfDay;
            if (DateTimeOffset.TryParseExact(value, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:ssK"], CultureInfo.InvariantCulture, Utc, out var time))
                return time;
            problem = $"\"{value}\" is no time: {name} 2027-12-31, or 2027-12-31T23:59:59Z";
        }

        return null;
    }
}
