using DetectionKit.Language.Binding;
using DetectionKit.Language.Plan.Stages;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Spl.Parsing;
using DetectionKit.Language.Spl.Syntax;

namespace DetectionKit.Language.Spl.MvExpand;

/// <summary><c>mvexpand</c></summary>
internal sealed class MvExpandCommand : SplCommand<MvExpandSyntax>
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["mvexpand"];

    /// <inheritdoc/>
    public override CommandSyntax? Parse(SplReader reader, Token keyword)
    {
        if (reader.ReadName("a field") is not { } field)
            return null;
        var limit = 0;
        if (reader.AtOption() && reader.ReadOption() is { } option)
        {
            if (option.Is("limit"))
                limit = reader.Count(option) ?? 0;
            else
                reader.ReportUnknown(option, "mvexpand", "limit");
        }

        return new MvExpandSyntax(reader.SpanFrom(keyword.Span.Start), keyword.Span, field, limit);
    }

    /// <inheritdoc/>
    protected override void Bind(MvExpandSyntax syntax, PlanBuilder plan) =>
        plan.Add(new MvExpandStage(syntax.Span, plan.Column(syntax.Field).Name, syntax.Limit), plan.Schema);
}
