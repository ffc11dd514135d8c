using System.Collections.Frozen;

namespace DetectionKit.Engine.Conversions;

/// <summary>Convert's functions by name. Manual: convert, "Convert functions".</summary>
internal static class ConversionCatalogue
{
    public static FrozenDictionary<string, ConversionEntry> All { get; } = new Dictionary<string, ConversionEntry>(StringComparer.Ordinal)
    {
        ["auto"] = new(Keeps: true, WholeColumn: true, NumberConversions.Auto),
        ["ctime"] = new(Keeps: true, WholeColumn: false, TimeConversions.Ctime),
        ["dur2sec"] = new(Keeps: false, WholeColumn: false, TimeConversions.Dur2sec),
        ["memk"] = new(Keeps: false, WholeColumn: false, NumberConversions.Memk),
        ["mktime"] = new(Keeps: false, WholeColumn: false, TimeConversions.Mktime),
        ["mstime"] = new(Keeps: false, WholeColumn: false, TimeConversions.Mstime),
        ["none"] = new(Keeps: true, WholeColumn: false, (value, _) => value),
        ["num"] = new(Keeps: false, WholeColumn: false, NumberConversions.Auto),
        ["rmcomma"] = new(Keeps: false, WholeColumn: false, NumberConversions.Rmcomma),
        ["rmunit"] = new(Keeps: false, WholeColumn: false, NumberConversions.Rmunit),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The function of that name; an unknown one, which the compiler refuses, changes nothing.</summary>
    public static ConversionEntry Find(string name) => All.GetValueOrDefault(name, All["none"]);
}
