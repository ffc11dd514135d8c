using System.Text;

namespace DetectionKit.Engine.Text;

/// <summary>A column name or pattern in which <c>*</c> stands for any text, case counting.</summary>
internal sealed class NamePattern(string pattern)
{
    private readonly StarPattern _stars = new(pattern, StringComparison.Ordinal);

    /// <summary>The pattern as written.</summary>
    public string Source => pattern;

    /// <summary>Whether there is a <c>*</c>.</summary>
    public bool IsPattern => _stars.Parts.Count > 1;

    /// <summary>Whether the whole name fits.</summary>
    public bool Matches(string name) => Capture(name) is not null;

    /// <summary>What each star stands for; null: the name does not fit. Internal names (with a leading <c>_</c>) fit only a pattern that says so. Manual: fields, "Internal fields".</summary>
    public IReadOnlyList<string>? Capture(string name) =>
        IsPattern && name.StartsWith('_') && !pattern.StartsWith('_') ? null : _stars.Capture(name);

    /// <summary>The name with this pattern's stars replaced in order; stars without a capture stay empty.</summary>
    public string Fill(IReadOnlyList<string> captures)
    {
        var text = new StringBuilder(_stars.Parts[0]);
        for (var i = 1; i < _stars.Parts.Count; i++)
            text.Append(i <= captures.Count ? captures[i - 1] : "").Append(_stars.Parts[i]);
        return text.ToString();
    }
}
