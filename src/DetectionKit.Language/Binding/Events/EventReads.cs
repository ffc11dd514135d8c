using DetectionKit.Language.Plan;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Binding.Events;

/// <summary>Which fields of raw events a search reads, in the order of its text's binding, and which columns it makes itself. One for a search and its subsearches.</summary>
internal sealed class EventReads
{
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unfilled = new(StringComparer.Ordinal);

    /// <summary>The reads that the search's own text names; those in macros are left out. Some may be of names that a command took from values.</summary>
    public List<(NameSyntax Name, bool IsOfValues)> Names { get; } = [];

    /// <summary>Renames with wildcards: fields have other names behind them.</summary>
    public List<(string From, string To)> Renames { get; } = [];

    /// <summary>Takes note of a read.</summary>
    /// <param name="name">The field.</param>
    /// <param name="isOwnText">Whether the search's own text names it, and no macro's.</param>
    /// <param name="isOfValues">Whether it may be a name that a command took from values.</param>
    public void Read(NameSyntax name, bool isOwnText, bool isOfValues)
    {
        _read.Add(name.Text);
        if (isOwnText)
            Names.Add((name, isOfValues));
    }

    /// <summary>Whether a name that nothing fills is met for the first time.</summary>
    /// <param name="name">The name.</param>
    public bool IsFirstUnfilled(string name) => _unfilled.Add(name);

    /// <summary>Takes note of the columns behind a command: what was not read before it is made by it.</summary>
    public void Make(PlanSchema schema) => _made.UnionWith(schema.Columns.Where(column => !_read.Contains(column)));

    /// <summary>The columns that the search makes.</summary>
    public IReadOnlySet<string> Made => _made;
}
