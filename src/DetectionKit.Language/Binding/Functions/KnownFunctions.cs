using System.Collections.Frozen;

namespace DetectionKit.Language.Binding.Functions;

/// <summary>The eval functions of SPL by name (Splunk Search Reference, "Evaluation functions"), so that one that is not built is told from a typo.</summary>
internal static class KnownFunctions
{
    /// <summary>What the binder handles itself, since its arguments are not all computed.</summary>
    public static FrozenSet<string> SpecialForms { get; } =
        new[] { "if", "case", "coalesce", "validate", "in", "true", "false", "null", "mvmap", "mvfilter", "searchmatch", "isbool", "sigfig", "lookup" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>All names, without case.</summary>
    public static FrozenSet<string> All { get; } =
        """
        abs acos acosh array_to_mv asin asinh atan atan2 atanh avg bit_and bit_not bit_or bit_shift_left bit_shift_right bit_xor case ceil ceiling
        cidrmatch coalesce commands cos cosh exact exp false floor getfields hypot if in ipmask isarray isbool isdouble isint ismv isnotnull isnull
        isnum isobject isstr json json_append json_array json_array_to_mv json_delete json_entries json_extend json_extract json_extract_exact
        json_has_key_exact json_keys json_object json_set json_set_exact json_valid len like ln log lookup lower ltrim map match max md5 min mv_to_json_array
        mvappend mvcount mvdedup mvfilter mvfind mvindex mvjoin mvmap mvrange mvreverse mvsort mvzip now null nullif pi pow printf random relative_time replace
        round rtrim searchmatch sha1 sha256 sha512 sigfig sin sinh spath split sqrt strftime strptime substr sum tan tanh time toarray tobool todouble
        toint tojson tomv tonumber toobject tostring trim true typeof upper urldecode validate
        """
        .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
