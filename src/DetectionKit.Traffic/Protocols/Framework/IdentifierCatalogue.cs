using System.Collections.Immutable;

namespace DetectionKit.Traffic.Protocols.Framework;

/// <summary>All identifiers, in the order of their names. A new one is found by its file's name (the project's file writes the list): nobody keeps a list.</summary>
public sealed class IdentifierCatalogue
{
    private readonly Identifier[] _identifiers;
    private readonly string[] _apps;

    /// <summary>A catalogue of these identifiers.</summary>
    /// <param name="identifiers">At most 256.</param>
    public IdentifierCatalogue(IEnumerable<Identifier> identifiers)
        : this(identifiers.ToArray())
    {
    }

    // Without Linq, since the program starts with it.
    private IdentifierCatalogue(Identifier[] identifiers)
    {
        _identifiers = identifiers;
        Array.Sort(_identifiers, InOrder);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_identifiers.Length, SmallSet.Capacity, nameof(identifiers));
        _apps = Array.ConvertAll(_identifiers, identifier => identifier.App);
        Tcp = new(_identifiers, Carrier.Tcp);
        Udp = new(_identifiers, Carrier.Udp);
    }

    /// <summary>Every identifier of this assembly.</summary>
    public static IdentifierCatalogue All { get; } = new(Catalogues.MakeIdentifiers());

    private static int InOrder(Identifier one, Identifier other) =>
        NameOrder.Compare(one.App, other.App) is not 0 and var order ? order : NameOrder.Compare(one.GetType().FullName!, other.GetType().FullName!);

    /// <summary>The identifiers in order.</summary>
    public ImmutableArray<Identifier> Identifiers => [.. _identifiers];

    /// <summary>How many there are.</summary>
    public int Count => _identifiers.Length;

    /// <summary>The table for TCP streams.</summary>
    internal FirstBytesTable Tcp { get; }

    /// <summary>The table for UDP datagrams.</summary>
    internal FirstBytesTable Udp { get; }

    /// <summary>What the identifier at an index calls its protocol; as <see cref="Identifier.App"/>, without a call.</summary>
    /// <param name="index">As candidate sets count.</param>
    internal string AppOf(int index) => _apps[index];

    /// <summary>The identifier at an index.</summary>
    /// <param name="index">As candidate sets count.</param>
    public Identifier this[int index] => _identifiers[index];
}
