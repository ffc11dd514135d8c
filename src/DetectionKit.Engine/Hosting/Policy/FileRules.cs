using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;

namespace DetectionKit.Engine.Hosting.Policy;

/// <summary>
/// What the file of an image may look like (ECMA-335 II.24, II.25): so plain that two readers cannot read different things in it, the one that judges it here and
/// the runtime's.
/// </summary>
internal static class FileRules
{
    private static readonly string[] Streams = ["#~", "#Strings", "#US", "#GUID", "#Blob"];

    // Tables that no detector needs: what they say changes how others are read, where things lie, or what runs.
    private static readonly (TableIndex Table, string Problem)[] Empty =
    [
        (TableIndex.FieldPtr, Edited), (TableIndex.MethodPtr, Edited), (TableIndex.ParamPtr, Edited), (TableIndex.EventPtr, Edited), (TableIndex.PropertyPtr, Edited),
        (TableIndex.EncLog, Edited), (TableIndex.EncMap, Edited),
        (TableIndex.ModuleRef, "it calls native code"), (TableIndex.ImplMap, "it calls native code"), (TableIndex.FieldMarshal, "it calls native code"),
        (TableIndex.File, "it refers to further files"), (TableIndex.ExportedType, "it refers to further files"), (TableIndex.ManifestResource, "it holds resources"),
        (TableIndex.FieldRva, "it maps data of its file into memory"),
        (TableIndex.GenericParam, "it declares generic types or methods"),
        (TableIndex.DeclSecurity, "it declares what it is permitted to do"),
    ];

    private const string Edited = "it holds what edits of a running program leave";

    /// <summary>What is wrong with the file.</summary>
    public static IEnumerable<string> Problems(PEReader pe, MetadataReader metadata)
    {
        var header = pe.PEHeaders.CorHeader!;
        if (!header.Flags.HasFlag(CorFlags.ILOnly) || header.Flags.HasFlag(CorFlags.NativeEntryPoint) || header.ManagedNativeHeaderDirectory.Size != 0
            || header.VtableFixupsDirectory.Size != 0 || pe.PEHeaders.PEHeader?.ThreadLocalStorageTableDirectory.Size != 0)
            yield return "it holds native code";
        if (Overlap(pe.PEHeaders.SectionHeaders))
            yield return "its sections overlap";
        if (!HasStreamsOnce(pe.GetMetadata().GetContent().AsSpan()))
            yield return "its metadata has streams of its own, or one twice";
        foreach (var problem in Empty.Where(rule => metadata.GetTableRowCount(rule.Table) != 0).Select(rule => rule.Problem).Distinct(StringComparer.Ordinal))
            yield return problem;
        if (!IsCoveredByTypes(metadata))
            yield return "it has methods or fields that belong to no class";
        if (!NestsInOrder(pe.GetMetadata().GetContent().AsSpan(), metadata))
            yield return "its classes lie within each other in a circle, or twice";
    }

    // In the order in which they are mapped none begins before the one before it ends, neither in memory nor in the file.
    private static bool Overlap(ImmutableArray<SectionHeader> sections)
    {
        var (memory, file) = (0L, 0L);
        foreach (var section in sections)
        {
            if (section.VirtualAddress < memory || (section.SizeOfRawData != 0 && section.PointerToRawData < file))
                return true;
            memory = section.VirtualAddress + (long)Math.Max(section.VirtualSize, section.SizeOfRawData);
            file = Math.Max(file, section.PointerToRawData + (long)section.SizeOfRawData);
        }

        return false;
    }

    // ECMA-335 II.24.2.1: signature, versions, length and text of the version, flags, how many streams; each has offset, size, and a name that is padded to 4 bytes.
    private static bool HasStreamsOnce(ReadOnlySpan<byte> metadata)
    {
        var at = 16 + BitConverter.ToInt32(metadata[12..]);
        var left = new HashSet<string>(Streams, StringComparer.Ordinal);
        var count = BitConverter.ToUInt16(metadata[(at + 2)..]);
        at += 4;
        for (var i = 0; i < count; i++)
        {
            var name = metadata[(at + 8)..];
            name = name[..name.IndexOf((byte)0)];
            if (!left.Remove(Encoding.ASCII.GetString(name)))
                return false;
            at += 8 + ((name.Length + 4) & ~3);
        }

        return true;
    }

    // ECMA-335 II.22.32 and II.22.37: sorted by the nested class, which stands behind the one that it lies in.
    private static bool NestsInOrder(ReadOnlySpan<byte> content, MetadataReader metadata)
    {
        var size = metadata.GetTableRowSize(TableIndex.NestedClass) / 2;
        var table = content[metadata.GetTableMetadataOffset(TableIndex.NestedClass)..];
        var last = 0;
        for (var row = 0; row < metadata.GetTableRowCount(TableIndex.NestedClass); row++)
        {
            var (nested, outer) = (Index(table, row * 2 * size, size), Index(table, ((row * 2) + 1) * size, size));
            if (nested <= last || outer <= 0 || outer >= nested)
                return false;
            last = nested;
        }

        return true;
    }

    private static int Index(ReadOnlySpan<byte> table, int at, int size) => size == sizeof(ushort) ? BitConverter.ToUInt16(table[at..]) : BitConverter.ToInt32(table[at..]);

    // Types own ranges of these tables, one behind the other: each row exactly once.
    private static bool IsCoveredByTypes(MetadataReader metadata)
    {
        var (method, field) = (1, 1);
        foreach (var type in metadata.TypeDefinitions.Select(metadata.GetTypeDefinition))
        {
            foreach (var handle in type.GetMethods())
            {
                if (MetadataTokens.GetRowNumber(handle) != method++)
                    return false;
            }

            foreach (var handle in type.GetFields())
            {
                if (MetadataTokens.GetRowNumber(handle) != field++)
                    return false;
            }
        }

        return method == metadata.GetTableRowCount(TableIndex.MethodDef) + 1 && field == metadata.GetTableRowCount(TableIndex.Field) + 1;
    }
}
