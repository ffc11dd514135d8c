using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace DetectionKit.Compiler.Emit;

/// <summary>The only place that touches Roslyn: a run in which every image comes from the cache never loads it.</summary>
internal static class RoslynCompilation
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp14, DocumentationMode.None);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        checkOverflow: false,
        allowUnsafe: false,
        platform: Platform.AnyCpu,
        generalDiagnosticOption: ReportDiagnostic.Suppress,
        concurrentBuild: true,
        deterministic: true,
        nullableContextOptions: NullableContextOptions.Disable);

    /// <summary>The PE image and the portable PDB.</summary>
    public static (ImmutableArray<byte> Assembly, ImmutableArray<byte> Symbols) Run(string assemblyName, ImmutableArray<GeneratedSource> sources)
    {
        // The folder that a tree's path seems to lie in is the same everywhere: no path of this machine enters the image.
        var trees = sources.AsParallel().AsOrdered().Select(source =>
            CSharpSyntaxTree.ParseText(source.Text, Parsing, $"/_/{source.ClassName}.cs", Encoding.UTF8));
        var compilation = CSharpCompilation.Create(assemblyName, trees, ReferenceAssemblies.All, Options);
        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        var result = compilation.Emit(assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        if (!result.Success)
            throw Defect(result.Diagnostics);
        return (Bytes(assembly), Bytes(symbols));
    }

    private static ImmutableArray<byte> Bytes(MemoryStream stream) => ImmutableCollectionsMarshal.AsImmutableArray(stream.ToArray());

    private static EmitDefectException Defect(ImmutableArray<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        var message = new StringBuilder("The emitted C# does not compile.\n");
        foreach (var error in errors)
            message.Append(error.ToString()).Append('\n');
        foreach (var tree in errors.Select(error => error.Location.SourceTree).Distinct())
            message.Append(tree).Append('\n');
        return new(message.ToString());
    }
}
