using System.Globalization;

namespace DetectionKit.Language.Spl.Parsing;

/// <summary>What the text of an option can mean. Null where it does not.</summary>
internal static class OptionValues
{
    /// <summary>True or false: <c>t true 1 y yes</c> and their opposites, without case.</summary>
    public static bool? Flag(string text) => text.ToUpperInvariant() switch
    {
        "T" or "TRUE" or "1" or "Y" or "YES" => true,
        "F" or "FALSE" or "0" or "N" or "NO" => false,
        _ => null,
    };

    /// <summary>A whole number that is not negative.</summary>
    public static int? Count(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

    /// <summary>One of the words that name an enumeration's members, without case; no number stands for one.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    public static T? Word<T>(string text)
        where T : struct, Enum =>
        Array.FindIndex(Enum.GetNames<T>(), name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is >= 0 and var place ? Enum.GetValues<T>()[place] : null;
}
