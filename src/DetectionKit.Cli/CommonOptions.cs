using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace DetectionKit.Cli;

/// <summary>Options that several verbs share.</summary>
internal static class CommonOptions
{
    /// <summary><c>--quiet</c></summary>
    public static Option<bool> Quiet { get; } = new("--quiet", "-q") { Description = "Say nothing but results and errors.", Recursive = true };

    /// <summary><c>--no-color</c></summary>
    public static Option<bool> NoColor { get; } = new("--no-color") { Description = "No colours (also: the variable NO_COLOR).", Recursive = true };

    /// <summary><c>--content DIR</c></summary>
    public static Option<string?> Content() => new("--content")
    {
        Description = "The folder that holds macros/ and lookups/ (default: detections/, or beside it).",
        HelpName = "DIR",
    };

    /// <summary><c>--sourcetype TYPE</c></summary>
    public static Option<string?> SourceType() => new("--sourcetype")
    {
        Description = "The source type of logs whose records say none (default: their content tells).",
        HelpName = "TYPE",
    };

    /// <summary>Reads an option's number, whole where its type is; what is none is told in words, where the library would name the type.</summary>
    /// <param name="result">What stands behind the option.</param>
    public static T Number<T>(ArgumentResult result)
        where T : struct, INumber<T>
    {
        if (result.Tokens is [{ Value: var text }] && T.TryParse(text, CultureInfo.InvariantCulture, out var number))
            return number;
        result.AddError($"{((OptionResult)result.Parent!).Option.Name}: \"{string.Join(' ', result.Tokens.Select(token => token.Value))}\" is no number that can be taken");
        return default;
    }

    /// <summary><c>--format</c> with the values that a verb knows; the first is the default.</summary>
    /// <param name="formats">The values.</param>
    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format", "-f")
        {
            Description = "How results are written.",
            HelpName = string.Join('|', formats),
            DefaultValueFactory = _ => formats[0],
        };
        return option.AcceptOnlyFromAmong(formats);
    }

    /// <summary><c>--format</c> of a verb whose default depends on who reads; null where it is not given.</summary>
    /// <param name="unsaid">What the default is, in words.</param>
    /// <param name="formats">The values.</param>
    public static Option<string?> FormatFor(string unsaid, params string[] formats)
    {
        var option = new Option<string?>("--format", "-f") { Description = $"How results are written (default: {unsaid}).", HelpName = string.Join('|', formats) };
        return option.AcceptOnlyFromAmong(formats);
    }
}
