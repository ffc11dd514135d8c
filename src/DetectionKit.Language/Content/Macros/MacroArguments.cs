using System.Collections.Immutable;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Content.Macros;

/// <summary>Puts the arguments of a use into a macro's definition.</summary>
internal static class MacroArguments
{
    /// <summary>The definition with every <c>$name$</c> of an argument replaced by what the use gives for it.</summary>
    public static SearchText Substitute(MacroDefinition macro, SearchText caller, ImmutableArray<TextSpan> arguments, ImmutableArray<DiagnosticLabel> uses)
    {
        var definition = macro.Definition.WithUses(uses);
        if (arguments.IsEmpty)
            return definition;
        var text = definition.Text;
        var builder = new SearchTextBuilder();
        var copied = 0;
        for (var dollar = text.IndexOf('$', StringComparison.Ordinal); dollar >= 0;)
        {
            var close = text.IndexOf('$', dollar + 1);
            if (close < 0)
                break;
            var index = macro.Arguments.IndexOf(text[(dollar + 1)..close]);
            if (index < 0)
            {
                dollar = close;
                continue;
            }

            builder.Append(definition, TextSpan.FromBounds(copied, dollar));
            builder.Append(caller, arguments[index]);
            copied = close + 1;
            dollar = text.IndexOf('$', copied);
        }

        builder.Append(definition, TextSpan.FromBounds(copied, text.Length));
        return builder.Build(definition.Locate(new TextSpan(0, 0)));
    }
}
