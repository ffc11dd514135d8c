using System.Collections.Immutable;
using System.Reflection;

namespace DetectionKit.Language.Diagnostics;

/// <summary>
/// Every kind of diagnostic, declared once. One file per range of codes: <c>DK0xxx</c> YAML and schema, <c>DK1xxx</c> macros, lookups and
/// cross references, <c>DK2xxx</c> SPL syntax, <c>DK3xxx</c> binding, <c>DK4xxx</c> emitting and packing,
/// <c>DK5xxx</c> sensors. A code is never used again for another thing.
/// </summary>
public static partial class DiagnosticTable
{
    private static readonly Lazy<ImmutableArray<DiagnosticDescriptor>> Declared = new(() =>
    [
        .. typeof(DiagnosticTable)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(DiagnosticDescriptor))
            .Select(property => (DiagnosticDescriptor)property.GetValue(null)!)
            .OrderBy(descriptor => descriptor.Code, StringComparer.Ordinal),
    ]);

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All => Declared.Value;

    private static DiagnosticDescriptor Error(string code, string title, string message) => new(code, Severity.Error, title, message);

    private static DiagnosticDescriptor Warning(string code, string title, string message) => new(code, Severity.Warning, title, message);

    private static DiagnosticDescriptor Note(string code, string title, string message) => new(code, Severity.Note, title, message);
}
