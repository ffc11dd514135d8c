using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace DetectionKit.Engine.Hosting;

/// <summary>
/// What an image may be, judged from its metadata (ECMA-335) before anything of it runs: pure IL; references to the allowed assemblies
/// alone; no native code, no module initialiser, no further files. What its methods may call is judged here too, when rules for that come.
/// </summary>
internal static class ImagePolicy
{
    /// <summary>Why the image is refused, a line each; empty: it is not.</summary>
    public static ImmutableArray<string> Judge(ReadOnlyMemory<byte> image)
    {
        try
        {
            using var pe = new PEReader(ImmutableArray.Create(image.Span));
            if (!pe.HasMetadata || pe.PEHeaders.CorHeader is not { } header)
                return ["this is not an assembly"];
            var metadata = pe.GetMetadataReader();
            return metadata.IsAssembly ? [.. JudgeHeader(header), .. JudgeMetadata(metadata)] : ["this is a module, not an assembly"];
        }
        catch (Exception e) when (e is BadImageFormatException or InvalidOperationException or OverflowException or ArgumentException)
        {
            return ["this is not a valid assembly"];
        }
    }

    private static IEnumerable<string> JudgeHeader(CorHeader header)
    {
        if (!header.Flags.HasFlag(CorFlags.ILOnly) || header.Flags.HasFlag(CorFlags.NativeEntryPoint) || header.ManagedNativeHeaderDirectory.Size != 0)
            yield return "it holds native code";
    }

    private static IEnumerable<string> JudgeMetadata(MetadataReader metadata)
    {
        foreach (var handle in metadata.AssemblyReferences)
        {
            var name = metadata.GetString(metadata.GetAssemblyReference(handle).Name);
            if (!AllowedReferences.Contains(name))
                yield return $"it references {name}";
        }

        if (metadata.GetTableRowCount(TableIndex.ModuleRef) != 0 || metadata.GetTableRowCount(TableIndex.ImplMap) != 0)
            yield return "it calls native code";
        if (metadata.AssemblyFiles.Count != 0 || metadata.ExportedTypes.Count != 0)
            yield return "it refers to further files";
        foreach (var type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition))
        {
            var isModule = metadata.StringComparer.Equals(type.Name, "<Module>") && type.Namespace.IsNil;
            foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
            {
                if (isModule)
                    yield return $"it runs code when it is loaded: {metadata.GetString(method.Name)} of the module";
                if ((method.ImplAttributes & (MethodImplAttributes.CodeTypeMask | MethodImplAttributes.InternalCall | MethodImplAttributes.ManagedMask)) != MethodImplAttributes.IL)
                    yield return $"{metadata.GetString(method.Name)} is not IL";
            }
        }
    }
}
