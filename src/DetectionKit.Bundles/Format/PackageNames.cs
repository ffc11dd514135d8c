using System.Text.RegularExpressions;

namespace DetectionKit.Bundles.Format;

/// <summary>Which ids and versions a package may have: NuGet's ids, at most 100 characters; versions after SemVer 2 without build metadata.</summary>
internal static class PackageNames
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking;
    private const string Identifier = "(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
    private static readonly Regex Id = new(@"\A[A-Za-z0-9_]+([.-][A-Za-z0-9_]+)*\z", Options);
    private static readonly Regex Version = new($@"\A(0|[1-9][0-9]{{0,8}})(\.(0|[1-9][0-9]{{0,8}})){{2}}(-{Identifier}(\.{Identifier})*)?\z", Options);

    public static bool IsId(string text) => text.Length <= 100 && Id.IsMatch(text);

    public static bool IsVersion(string text) => text.Length <= 64 && Version.IsMatch(text);
}
