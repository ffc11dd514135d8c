using System.Collections.Immutable;

namespace DetectionKit.Traffic.Flows;

/// <summary>The names of weirds as events give them: the member's name in snake case.</summary>
public static class WeirdNames
{
    /// <summary>All names, by the weird's number.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        "malformed_frame",
        "unknown_link_type",
        "ip_length_mismatch",
        "bad_checksum",
        "bad_transport_header",
        "source_route",
        "routing_header_0",
        "fragment_overlap",
        "fragment_inconsistent",
        "fragment_tiny",
        "fragment_flood",
        "fragment_too_large",
        "fragment_incomplete",
        "protocol_conflict",
        "syn_reuse",
        "syn_with_data",
        "bad_tcp_flags",
        "rst_out_of_window",
        "retransmission_inconsistent",
        "content_gap",
        "reorder_limit",
        "flow_limit",
        "inspection_limit",
        "fragment_limit",
        "tunnel_depth",
        "parser_failure",
    ];

    /// <summary>A weird's name: <c>fragment_overlap</c>.</summary>
    /// <param name="weird">The weird.</param>
    public static string Name(Weird weird) => All[(int)weird];
}
