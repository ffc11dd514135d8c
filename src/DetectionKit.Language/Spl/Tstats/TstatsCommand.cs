using DetectionKit.Language.Binding;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.Tstats;

/// <summary><c>tstats</c></summary>
internal sealed class TstatsCommand : SplCommand<TstatsSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["tstats"];

    /// <inheritdoc/>
    public override CommandPlace Place => CommandPlace.First;

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword) => new TstatsParser(reader).Parse(keyword);

    /// <inheritdoc/>
    protected override void Bind(TstatsSyntax syntax, PlanBuilder plan) => new TstatsBinder(syntax, plan).Bind();
}
