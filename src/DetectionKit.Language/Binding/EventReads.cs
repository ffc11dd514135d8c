using DetectionKit.Language.Plan;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Binding;

/// <summary>Which fields of raw events a search reads, in the order of its text's binding, and which columns it makes itself. One for a search and its subsearches.</summary>
internal sealed class EventReads
{
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>The reads that the search's own text names; those in macros are left out.</summary>
    public List<NameSyntax> Names { get; } = [];

    /// <summary>Renames with wildcards: fields have other names behind them.</summary>
    public List<(string From, string To)> Renames { get; } = [];

    /// <summary>Takes note of a read.</summary>
    public void Read(NameSyntax name, bool isOwnText)
    {
        _read.Add(name.Text);
        if (isOwnText)
            Names.Add(name);
    }

    /// <summary>Takes note of the columns behind a command: what was not read before it is made by it.</summary>
    public void Make(PlanSchema schema) => _made.UnionWith(schema.Columns.Where(column => !_read.Contains(column)));

    /// <summary>The columns that the search makes.</summary>
    public IReadOnlySet<string> Made => _made;
}
