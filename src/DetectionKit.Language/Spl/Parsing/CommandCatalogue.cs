using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Language.Spl.Listed;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Parsing;

/// <summary>Every command that is built: each concrete <see cref="SplCommand"/> of this assembly, under all its names.</summary>
internal static class CommandCatalogue
{
    private static readonly ImmutableArray<SplCommand> All =
    [
        .. typeof(SplCommand).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(SplCommand)) && !type.IsAbstract)
            .Select(type => (SplCommand)Activator.CreateInstance(type)!),
    ];

    private static readonly FrozenDictionary<Type, SplCommand> BySyntax = All.Where(command => command is not ListedCommand).ToFrozenDictionary(command => command.SyntaxType);

    /// <summary>The commands by name, without case.</summary>
    public static FrozenDictionary<string, SplCommand> ByName { get; } = All
        .SelectMany(command => command.Names.Select(name => KeyValuePair.Create(name, command)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names of all commands that are built, in order.</summary>
    public static ImmutableArray<string> Names { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The command that a syntax belongs to.</summary>
    public static SplCommand CommandOf(CommandSyntax syntax) => syntax is ListedSyntax listed ? listed.Command : BySyntax[syntax.GetType()];
}
