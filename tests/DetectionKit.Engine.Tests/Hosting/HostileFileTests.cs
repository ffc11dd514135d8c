using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using DetectionKit.Engine.Hosting.Policy;
using DetectionKit.Engine.Tests.Support;
using Mono.Cecil;
using SecurityAction = Mono.Cecil.SecurityAction;

namespace DetectionKit.Engine.Tests.Hosting;

/// <summary>Images whose file says more than a detector's, or could be read in two ways: each is refused, and told why.</summary>
public sealed class HostileFileTests
{
    private static readonly Dictionary<string, (Action<ModuleDefinition> Change, string Problem)> Changes = new(StringComparer.Ordinal)
    {
        ["an attribute of its own that the runtime knows by name"] = (module =>
        {
            var own = module.GetType("P");
            (own.Namespace, own.Name) = ("System.Runtime.InteropServices", "UnmanagedCallersOnlyAttribute");
            own.Methods.Single(method => method.Name is "Go").CustomAttributes.Add(new(own.Methods.Single(method => method.Name is ".ctor")));
        }, "it has attributes of its own"),
        ["a resource"] = (module => module.Resources.Add(new EmbeddedResource("r", ManifestResourceAttributes.Public, [1, 2, 3])), "it holds resources"),
        ["a reference to a translated assembly"] = (module => module.AssemblyReferences[0].Culture = "de", "it references System.Runtime in another form"),
        ["a type that is elsewhere"] = (module => module.ExportedTypes.Add(new("N", "T", module, module.AssemblyReferences[0]) { IsForwarder = true }), "it refers to further files"),
        ["a wish for permissions"] = (module => module.Assembly.SecurityDeclarations.Add(new(SecurityAction.RequestMinimum, [1])), "it declares what it is permitted to do"),
        ["a layout"] = (module => (module.GetType("P").ClassSize, module.GetType("P").PackingSize) = (64, 1), "P lays out its own memory"),
    };

    private static readonly Dictionary<string, (Action<byte[]> Change, string Problem)> Patches = new(StringComparer.Ordinal)
    {
        ["two sections in one place"] = (image =>
        {
            using var pe = new PEReader(new MemoryStream(image));
            var first = At(pe);
            BitConverter.TryWriteBytes(image.AsSpan(first + 40 + 12), pe.PEHeaders.SectionHeaders[0].VirtualAddress);
        }, "its sections overlap"),
        ["a stream twice"] = (image => Rename(image, "#GUID", "#Blob"), "its metadata has streams of its own, or one twice"),
        ["a stream of its own"] = (image => Rename(image, "#US\0", "#X\0\0"), "its metadata has streams of its own, or one twice"),
        ["a method of no class"] = (image =>
        {
            using var pe = new PEReader(new MemoryStream(image));
            var metadata = System.Reflection.Metadata.PEReaderExtensions.GetMetadataReader(pe);
            var table = pe.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.TypeDef);
            var row = metadata.GetTableRowSize(TableIndex.TypeDef);
            foreach (var type in new[] { 1, 2 })
                BitConverter.TryWriteBytes(image.AsSpan(table + (row * type) - 2), (ushort)2);
        }, "it has methods or fields that belong to no class"),
        ["a class within itself"] = (image =>
        {
            using var pe = new PEReader(new MemoryStream(image));
            var metadata = System.Reflection.Metadata.PEReaderExtensions.GetMetadataReader(pe);
            var row = image.AsSpan(pe.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.NestedClass));
            row[..2].CopyTo(row[2..]);
        }, "its classes lie within each other in a circle, or twice"),
        ["machine code compiled ahead of time"] = (image =>
        {
            // ManagedNativeHeader (ReadyToRun) of the CLI header, ECMA-335 II.25.3.3: at 64.
            using var pe = new PEReader(new MemoryStream(image));
            BitConverter.TryWriteBytes(image.AsSpan(pe.PEHeaders.CorHeaderStartOffset + 64), pe.PEHeaders.SectionHeaders[0].VirtualAddress);
            BitConverter.TryWriteBytes(image.AsSpan(pe.PEHeaders.CorHeaderStartOffset + 68), 16);
        }, "it holds native code"),
        ["a flag of mixed code"] = (image =>
        {
            using var pe = new PEReader(new MemoryStream(image));
            image[pe.PEHeaders.CorHeaderStartOffset + 16] &= 0xFE;
        }, "it holds native code"),
    };

    [TestCaseSource(nameof(ChangeNames))]
    public void A_file_that_says_more_is_refused(string name)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(new MemoryStream(Image()));
        Changes[name].Change(assembly.MainModule);
        using var image = new MemoryStream();
        assembly.Write(image);
        Assert.That(ImagePolicy.Judge(image.ToArray()), Does.Contain(Changes[name].Problem));
    }

    [TestCaseSource(nameof(PatchNames))]
    public void A_file_that_could_be_read_in_two_ways_is_refused(string name)
    {
        var image = Image();
        Patches[name].Change(image);
        Assert.That(ImagePolicy.Judge(image), Does.Contain(Patches[name].Problem));
    }

    private static IEnumerable<string> ChangeNames => Changes.Keys;

    private static IEnumerable<string> PatchNames => Patches.Keys;

    private static byte[] Image() => Images.Compile($"{Images.Detector} public class P {{ public static void Go() {{ }} class Q {{ }} }}");

    // The table of sections follows the optional header.
    private static int At(PEReader pe) => pe.PEHeaders.PEHeaderStartOffset + pe.PEHeaders.CoffHeader.SizeOfOptionalHeader;

    private static void Rename(byte[] image, string from, string to)
    {
        var at = image.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(from));
        System.Text.Encoding.ASCII.GetBytes(to).CopyTo(image, at);
    }
}
