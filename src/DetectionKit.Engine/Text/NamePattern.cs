namespace DetectionKit.Engine.Text;

/// <summary>A column name or pattern in which <c>*</c> stands for any text, case counting.</summary>
internal sealed class NamePattern
{
    private readonly string[] _parts;

    public NamePattern(string pattern)
    {
        Source = pattern;
        _parts = pattern.Split('*');
    }

    /// <summary>The pattern as written.</summary>
    public string Source { get; }

    /// <summary>Whether there is a <c>*</c>.</summary>
    public bool IsPattern => _parts.Length > 1;

    /// <summary>Whether the whole name fits. Internal names (with a leading <c>_</c>) fit only a pattern that says so. Manual: fields, "internal fields".</summary>
    public bool Matches(string name) => Capture(name) is not null;

    /// <summary>What each <c>*</c> stands for, the leftmost shortest; null: the name does not fit.</summary>
    public IReadOnlyList<string>? Capture(string name)
    {
        if (!IsPattern)
            return string.Equals(name, Source, StringComparison.Ordinal) ? [] : null;
        if (name.StartsWith('_') && !Source.StartsWith('_'))
            return null;
        if (!name.StartsWith(_parts[0], StringComparison.Ordinal))
            return null;
        var captures = new string[_parts.Length - 1];
        var at = _parts[0].Length;
        for (var i = 1; i < _parts.Length; i++)
        {
            var last = i == _parts.Length - 1;
            var next = last ? name.Length - _parts[i].Length : name.IndexOf(_parts[i], at, StringComparison.Ordinal);
            if (next < at || (last && !name.EndsWith(_parts[i], StringComparison.Ordinal)))
                return null;
            captures[i - 1] = name[at..next];
            at = next + _parts[i].Length;
        }

        return captures;
    }

    /// <summary>The name with this pattern's stars replaced in order; stars without a capture stay empty.</summary>
    public string Fill(IReadOnlyList<string> captures)
    {
        var text = new System.Text.StringBuilder(_parts[0]);
        for (var i = 1; i < _parts.Length; i++)
            text.Append(i <= captures.Count ? captures[i - 1] : "").Append(_parts[i]);
        return text.ToString();
    }
}
