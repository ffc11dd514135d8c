using System.Collections.Immutable;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Language.Content.Lookups;
using DetectionKit.Language.Content.Macros;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;
using DetectionKit.Language.Yaml;

namespace DetectionKit.Workspace.Content;

/// <summary>The macros and lookups of a content folder, parsed.</summary>
/// <param name="Macros">The macros.</param>
/// <param name="Lookups">The lookups' tables by name; empty ones for collections, models and missing data.</param>
/// <param name="Names">What each file defines, by its shown path; files that define nothing are left out.</param>
/// <param name="Diagnostics">What is wrong with the files.</param>
internal sealed record ContentSet(
    MacroLibrary Macros, ImmutableDictionary<string, LookupTable> Lookups, ImmutableDictionary<string, string> Names, ImmutableArray<Diagnostic> Diagnostics)
{
    public static ContentSet Parse(ImmutableArray<ContentFile> files)
    {
        var parsed = new Part[files.Length];
        Parallel.For(0, files.Length, index => parsed[index] = files[index].Kind == ContentKind.Macro ? Macro(files[index].File) : Lookup(files[index].File));
        var diagnostics = new DiagnosticBag();
        var macros = new Dictionary<string, MacroDefinition>(StringComparer.Ordinal);
        var lookups = ImmutableDictionary.CreateBuilder<string, LookupTable>(StringComparer.Ordinal);
        var names = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < parsed.Length; i++)
        {
            var (macro, table, _, nameSpan, found) = parsed[i];
            diagnostics.AddRange(found);
            if ((macro?.Name ?? table?.Name) is not { } name)
                continue;
            names[files[i].File.ShownPath] = name;
            var isFirst = macro is not null ? macros.TryAdd(name, macro) : lookups.TryAdd(name, table!);
            if (!isFirst)
                diagnostics.Report(DiagnosticTable.DuplicateDefinition, nameSpan, macro is not null ? "macro" : "lookup", name);
        }

        // A search may name the file itself: then nothing of its definition counts.
        foreach (var (table, file) in parsed.Where(part => part is { Table: not null, DataName: not null }).Select(part => (part.Table!, part.DataName!)))
            lookups.TryAdd(file, new LookupTable { Name = file, Columns = table.Columns, Rows = table.Rows });
        return new ContentSet(new MacroLibrary(macros.Values), lookups.ToImmutable(), names.ToImmutable(), diagnostics.ToImmutable());
    }

    private static Part Macro(TextFile file)
    {
        var diagnostics = new DiagnosticBag();
        var macro = file.ReportFailure(diagnostics) ? null : MacroReader.Read(YamlDocument.Parse(file.Source, diagnostics), diagnostics);
        return new Part(macro, null, null, macro?.NameSpan ?? default, diagnostics);
    }

    private static Part Lookup(TextFile file)
    {
        var diagnostics = new DiagnosticBag();
        var definition = file.ReportFailure(diagnostics) ? null : LookupReader.Read(YamlDocument.Parse(file.Source, diagnostics), diagnostics);
        return new Part(null, definition is null ? null : Table(file, definition, diagnostics), definition is { Kind: LookupKind.Csv } ? DataName(file, definition) : null, definition?.NameSpan ?? default, diagnostics);
    }

    private static LookupTable Table(TextFile file, LookupDefinition definition, DiagnosticBag diagnostics)
    {
        if (definition.Kind != LookupKind.Csv)
            return definition.ToTable([.. definition.Fields], []);
        var name = DataName(file, definition);
        var place = definition.FileName?.Span ?? definition.NameSpan;
        var data = TextFile.Read(ContentFolder.DataPath(file.FullPath, name), name);
        if (data.Failure is not null)
        {
            diagnostics.Report(DiagnosticTable.LookupFileMissing, place, name);
            return definition.ToTable([.. definition.Fields], []);
        }

        var (columns, rows, failure) = CsvTable.Read(data.Source.Text);
        if (failure is not null)
            diagnostics.Report(DiagnosticTable.BadCsv, place, failure);
        return definition.ToTable(columns, rows);
    }

    private static string DataName(TextFile file, LookupDefinition definition) =>
        definition.FileName?.Value ?? Path.GetFileNameWithoutExtension(file.FullPath) + ".csv";

    private sealed record Part(MacroDefinition? Macro, LookupTable? Table, string? DataName, SourceSpan NameSpan, DiagnosticBag Diagnostics);
}
