using System.Collections.Frozen;
using DetectionKit.Abstractions.Models;

namespace DetectionKit.Language.Binding.Models;

/// <summary>What is known of data-model fields beyond their tables.</summary>
internal static class ModelFacts
{
    // Fields of a flow that keep changing until it ends; all others are settled when it is identified.
    private static readonly FrozenSet<string> Totals =
        new[] { "bytes", "bytes_in", "bytes_out", "duration", "packets", "packets_in", "packets_out", "response_time", "tcp_flag" }
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the field is only known at a flow's end.</summary>
    public static bool IsTotal(ModelField field) => Totals.Contains(field.Name);
}
