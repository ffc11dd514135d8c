using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using DetectionKit.Engine.Hosting.Policy.Verification;

namespace DetectionKit.Engine.Hosting.Policy;

/// <summary>
/// What an image may be, judged from its metadata and its IL (ECMA-335) before the runtime sees it. What passes can compute rows from events and
/// do nothing else, and each call of it ends: see <c>guarantee.md</c> beside this.
/// </summary>
internal static class ImagePolicy
{
    /// <summary>Why the image is refused, a line each; empty: it is not.</summary>
    public static ImmutableArray<string> Judge(ReadOnlyMemory<byte> image)
    {
        try
        {
            using var pe = new PEReader(ImmutableArray.Create(image.Span));
            if (!pe.HasMetadata || pe.PEHeaders.CorHeader is null)
                return ["this is not an assembly"];
            var metadata = pe.GetMetadataReader();
            if (!metadata.IsAssembly)
                return ["this is a module, not an assembly"];
            var symbols = new ImageSymbols(metadata);
            var rules = new DeclarationRules(symbols);
            ImmutableArray<string> declared = [.. FileRules.Problems(pe, metadata), .. rules.Assembly(), .. rules.Overrides(), .. metadata.TypeDefinitions.SelectMany(rules.Type)];
            return declared.IsEmpty ? Bodies(pe, symbols) : declared;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return ["this is not a valid assembly"];
        }
    }

    private static ImmutableArray<string> Bodies(PEReader pe, ImageSymbols image)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        var verified = new Dictionary<MethodDefinitionHandle, MethodJudgement>();
        foreach (var handle in image.Metadata.MethodDefinitions)
            Attempt(handle, () => verified[handle] = MethodVerifier.Verify(image, handle, pe.GetMethodBody(image.Metadata.GetMethodDefinition(handle).RelativeVirtualAddress)));
        if (problems.Count != 0)
            return problems.ToImmutable();
        var graph = new CallGraph(verified);
        foreach (var handle in image.Metadata.MethodDefinitions)
            Attempt(handle, () => graph.Judge(handle));
        return problems.ToImmutable();

        void Attempt(MethodDefinitionHandle handle, Action judge)
        {
            try
            {
                judge();
            }
            catch (ImageRefusal refusal)
            {
                var method = image.Metadata.GetMethodDefinition(handle);
                problems.Add($"{image.Metadata.GetString(image.Metadata.GetTypeDefinition(method.GetDeclaringType()).Name)}.{image.Metadata.GetString(method.Name)} {refusal.Message}");
            }
        }
    }
}
