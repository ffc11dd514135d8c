using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DetectionKit.Workspace.Checking;

namespace DetectionKit.Workspace.Caching;

/// <summary>The bytes of the cache's index. A hash over all of it stands at its end: what does not fit it is no index.</summary>
internal static class IndexFormat
{
    private const string Magic = "DKC5";

    public static byte[] Write(string stamp, CacheIndex index)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(stamp);
            writer.Write(index.ContentNames.Count);
            foreach (var (hash, name) in index.ContentNames.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                writer.Write(hash);
                writer.Write(name);
            }

            writer.Write(index.Rules.Count);
            foreach (var (path, rule) in index.Rules.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            {
                writer.Write(path);
                Write(writer, rule);
            }
        }

        stream.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    /// <summary>The index in those bytes, or null where they are cut short, changed, or another compiler's.</summary>
    public static CacheIndex? Read(byte[] bytes, string stamp)
    {
        var length = bytes.Length - SHA256.HashSizeInBytes;
        if (length <= 0 || !SHA256.HashData(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length)))
            return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, 0, length), Encoding.UTF8);
        if (!string.Equals(reader.ReadString(), Magic, StringComparison.Ordinal) || !string.Equals(reader.ReadString(), stamp, StringComparison.Ordinal))
            return null;
        var index = new CacheIndex();
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var hash = reader.ReadString();
            index.ContentNames[hash] = reader.ReadString();
        }

        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var path = reader.ReadString();
            index.Rules[path] = ReadRule(reader);
        }

        return index;
    }

    private static void Write(BinaryWriter writer, CachedRule rule)
    {
        writer.Write(rule.Hash);
        writer.Write(rule.Image);
        writer.Write(rule.ClassName);
        Write(writer, rule.Name);
        Write(writer, rule.Id);
        Write(writer, rule.Summary);
        writer.Write(rule.References.Length);
        foreach (var reference in rule.References)
        {
            writer.Write(reference.IsStory);
            Write(writer, reference.Name);
        }

        writer.Write(rule.Reached.Length);
        foreach (var reach in rule.Reached)
        {
            writer.Write((byte)reach.Kind);
            writer.Write(reach.Name);
            writer.Write(reach.Hash);
        }

        writer.Write(rule.Diagnostics.Length);
        foreach (var diagnostic in rule.Diagnostics)
        {
            writer.Write(diagnostic.Code);
            writer.Write(diagnostic.Message);
            Write(writer, diagnostic.Place);
            writer.Write(diagnostic.Labels.Length);
            foreach (var (place, message) in diagnostic.Labels)
            {
                Write(writer, place);
                writer.Write(message);
            }

            writer.Write(diagnostic.FixText is not null);
            if (diagnostic.FixText is null)
                continue;
            Write(writer, diagnostic.FixPlace);
            writer.Write(diagnostic.FixText);
        }
    }

    private static CachedRule ReadRule(BinaryReader reader)
    {
        var (hash, image, className) = (reader.ReadString(), reader.ReadString(), reader.ReadString());
        var (name, id, summary) = (ReadText(reader), ReadText(reader), ReadSummary(reader));
        var references = Many(reader, static r => new CachedReference(r.ReadBoolean(), ReadText(r)!));
        var reached = Many(reader, static r => new Reach((ReachKind)r.ReadByte(), r.ReadString(), r.ReadString()));
        var diagnostics = Many(reader, static r => ReadDiagnostic(r));
        return new CachedRule(hash, reached, diagnostics, name, id, summary, references, image, className);
    }

    private static void Write(BinaryWriter writer, RuleSummary summary)
    {
        WriteOptional(writer, summary.Name);
        writer.Write(summary.HasFalsePositives);
        writer.Write(summary.Tests.Length);
        foreach (var test in summary.Tests)
        {
            WriteOptional(writer, test.Name);
            writer.Write(test.Line);
            writer.Write(test.Data.Length);
            foreach (var data in test.Data)
            {
                writer.Write(data.Data);
                WriteOptional(writer, data.Source);
                WriteOptional(writer, data.SourceType);
            }
        }
    }

    private static RuleSummary ReadSummary(BinaryReader reader) => new(
        ReadOptional(reader),
        reader.ReadBoolean(),
        Many(reader, static r => new RuleSummaryTest(ReadOptional(r), r.ReadInt32(), Many(r, static data => new RuleSummaryData(data.ReadString(), ReadOptional(data), ReadOptional(data))))));

    private static void WriteOptional(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
            writer.Write(text);
    }

    private static string? ReadOptional(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static CachedDiagnostic ReadDiagnostic(BinaryReader reader)
    {
        var (code, message, place) = (reader.ReadString(), reader.ReadString(), ReadPlace(reader));
        var labels = Many(reader, static r => (ReadPlace(r), r.ReadString()));
        var hasFix = reader.ReadBoolean();
        return new CachedDiagnostic(code, message, place, labels, hasFix ? ReadPlace(reader) : default, hasFix ? reader.ReadString() : null);
    }

    private static ImmutableArray<T> Many<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var count = reader.ReadInt32();
        var items = ImmutableArray.CreateBuilder<T>(count);
        for (var i = 0; i < count; i++)
            items.Add(read(reader));
        return items.MoveToImmutable();
    }

    private static void Write(BinaryWriter writer, CachedText? text)
    {
        writer.Write(text is not null);
        if (text is null)
            return;
        writer.Write(text.Text);
        writer.Write(text.Start);
        writer.Write(text.Length);
    }

    private static CachedText? ReadText(BinaryReader reader) =>
        reader.ReadBoolean() ? new CachedText(reader.ReadString(), reader.ReadInt32(), reader.ReadInt32()) : null;

    private static void Write(BinaryWriter writer, CachedPlace place)
    {
        writer.Write(place.File);
        writer.Write(place.Start);
        writer.Write(place.Length);
    }

    private static CachedPlace ReadPlace(BinaryReader reader) => new(reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
}
