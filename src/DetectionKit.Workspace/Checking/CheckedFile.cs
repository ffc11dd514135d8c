using System.Collections.Immutable;
using DetectionKit.Compiler.Emit;
using DetectionKit.Language.Content;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Plan;

namespace DetectionKit.Workspace.Checking;

/// <summary>One file that was checked. What costs parsing or reading is made when asked for; safe for several threads.</summary>
public sealed class CheckedFile
{
    private readonly Lazy<DetectorImage?> _image;
    private readonly Lazy<DetectionPlan?> _plan;
    private readonly Lazy<DetectionSyntax?> _syntax;

    internal CheckedFile(string path, string fullPath, bool isDetection, string hash, ImmutableArray<Diagnostic> diagnostics, FileParts parts)
    {
        Path = path;
        FullPath = fullPath;
        IsDetection = isDetection;
        Hash = hash;
        Key = parts.Key ?? hash;
        Diagnostics = diagnostics;
        ClassName = parts.ClassName;
        Summary = parts.Summary;
        _syntax = new Lazy<DetectionSyntax?>(parts.Syntax);
        _plan = new Lazy<DetectionPlan?>(parts.Plan);
        _image = new Lazy<DetectorImage?>(parts.Image);
    }

    /// <summary>A file that another program judged.</summary>
    /// <param name="path">The path as people gave it, with forward slashes.</param>
    /// <param name="hash">SHA-256 of the file's bytes, hexadecimal.</param>
    /// <param name="diagnostics">What was found in it.</param>
    public static CheckedFile Foreign(string path, string hash, ImmutableArray<Diagnostic> diagnostics) =>
        new(path, System.IO.Path.GetFullPath(path), isDetection: false, hash, diagnostics, FileParts.None);

    /// <summary>The path as people gave it, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The full path.</summary>
    public string FullPath { get; }

    /// <summary>Whether it is a detection; else it defines a macro or a lookup.</summary>
    public bool IsDetection { get; }

    /// <summary>SHA-256 of the file's bytes, hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>SHA-256, hexadecimal, of all that the detector's rows depend on beside events and engine: the file, the macros and lookups that it reaches, the compiler.</summary>
    public string Key { get; }

    /// <summary>What was found in it, in the order of their places; in strict mode warnings are errors.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Whether no error was found.</summary>
    public bool Ok => Diagnostics.All(diagnostic => diagnostic.Severity != Severity.Error);

    /// <summary>The full name of the detector's class in <see cref="Image"/>; null where the rule did not compile.</summary>
    public string? ClassName { get; }

    /// <summary>What a test needs of the detection; costs no parsing.</summary>
    public RuleSummary Summary { get; }

    /// <summary>The detection as read.</summary>
    public DetectionSyntax? Syntax => _syntax.Value;

    /// <summary>The bound plan; null where the rule did not compile.</summary>
    public DetectionPlan? Plan => _plan.Value;

    /// <summary>The image that holds the rule's detector, which other rules may share; null where the rule did not compile.</summary>
    public DetectorImage? Image => _image.Value;
}

/// <summary>The parts of a checked file that are made when asked for.</summary>
internal sealed record FileParts(string? ClassName, Func<DetectionSyntax?> Syntax, Func<DetectionPlan?> Plan, Func<DetectorImage?> Image)
{
    /// <summary>The detection's key; null: the file's hash is.</summary>
    public string? Key { get; init; }

    /// <summary>What a test needs of the detection.</summary>
    public RuleSummary Summary { get; init; } = RuleSummary.Empty;

    public static FileParts None { get; } = new(null, () => null, () => null, () => null);
}
