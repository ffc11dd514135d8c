using DetectionKit.Language.Binding;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Parsing;

/// <summary>
/// One command of SPL: how it is read and how it is bound. A folder each; the <see cref="CommandCatalogue"/> finds every class that derives
/// from <see cref="SplCommand{TSyntax}"/>, so that a new command is a new folder and nothing else.
/// </summary>
internal abstract class SplCommand
{
    /// <summary>Its name and other spellings, in lower case.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>Where in a search it can stand.</summary>
    public virtual CommandPlace Place => CommandPlace.Later;

    /// <summary>What it is read into.</summary>
    public abstract Type SyntaxType { get; }

    /// <summary>Reads the arguments up to the end of the command. What is wrong is reported; null when nothing can be made of it.</summary>
    /// <param name="reader">The place behind the command's name.</param>
    /// <param name="keyword">The command's name as it stands; empty for an implied one.</param>
    public abstract CommandSyntax? Parse(SplReader reader, Token keyword);

    /// <summary>Adds the command to a plan. What is wrong is reported.</summary>
    /// <param name="syntax">What <see cref="Parse"/> gave.</param>
    /// <param name="plan">The plan so far.</param>
    public abstract void BindCommand(CommandSyntax syntax, PlanBuilder plan);
}

/// <summary>One command with its own syntax.</summary>
/// <typeparam name="TSyntax">What it is read into.</typeparam>
internal abstract class SplCommand<TSyntax> : SplCommand
    where TSyntax : CommandSyntax
{
    /// <inheritdoc/>
    public sealed override Type SyntaxType => typeof(TSyntax);

    /// <inheritdoc/>
    public sealed override void BindCommand(CommandSyntax syntax, PlanBuilder plan) => Bind((TSyntax)syntax, plan);

    /// <summary>Adds the command to a plan.</summary>
    /// <param name="syntax">The command as written.</param>
    /// <param name="plan">The plan so far.</param>
    protected abstract void Bind(TSyntax syntax, PlanBuilder plan);
}
