using System.Collections.Frozen;
using DetectionKit.Abstractions.Detectors;

namespace DetectionKit.Language.Plan.Passes;

/// <summary>How many of a log's events a key will let through, guessed by its look: a share, of several keys their sum. Only an order between keys is made of it.</summary>
internal static class KeyFrequency
{
    // What the paths of most files and keys have.
    private static readonly FrozenSet<string> Common = FrozenSet.ToFrozenSet(
        [@"\windows\", @"c:\windows\", @"\system32\", @"windows\system32\", @"\users\", @"c:\users\", @"\program files", @"\appdata\", @"\software\", @"\microsoft\", @"\currentversion\", @"\services\", ".exe", ".dll", "http", "https", "://", "hklm\\", "hkey_"],
        StringComparer.OrdinalIgnoreCase);

    public static double Of(IEnumerable<SourceKey> keys) => keys.Sum(key => key.IsPart ? OfPart(key.Text) * OfField(key.Field) : OfWhole(key.Field));

    public static double OfPart(string text) => text switch
    {
        _ when Common.Contains(text) => 0.5,
        { Length: <= 3 } => 0.4,
        { Length: 4 } => 0.2,
        { Length: 5 or 6 } => 0.1,
        { Length: 7 or 8 } => 0.05,
        _ => 0.03,
    };

    private static double OfWhole(string field) => OfField(field) * 0.01;

    // Each event of a log has these in common with many others.
    private static double OfField(string field) => field switch
    {
        "source" or "sourcetype" or "index" or "host" or "eventtype" or "tag" or "Channel" or "os" or "vendor_product" => 100,
        "EventCode" or "EventID" or "signature_id" or "action" or "transport" or "app" or "direction" or "Initiated" => 15,
        _ => 1,
    };
}
