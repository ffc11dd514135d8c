using DetectionKit.Abstractions.Lookups;
using DetectionKit.Compiler.Emit;
using DetectionKit.Language.Diagnostics;

namespace DetectionKit.Workspace.Caching;

/// <summary>Which compiler made a verdict: the module version ids of the assemblies that take part. Another build, another stamp.</summary>
internal static class CompilerStamp
{
    private static readonly Lazy<string> Stamp = new(() => string.Join(
        ' ',
        new[] { typeof(LookupTable), typeof(Diagnostic), typeof(DetectorCompiler), typeof(CompilerStamp), typeof(YamlDotNet.Core.Parser) }
            .Select(type => type.Assembly.ManifestModule.ModuleVersionId.ToString("N"))));

    public static string Current => Stamp.Value;
}
