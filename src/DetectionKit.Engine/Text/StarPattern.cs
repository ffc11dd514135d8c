namespace DetectionKit.Engine.Text;

/// <summary>A text in which <c>*</c> stands for any text, and nothing else is special.</summary>
internal sealed class StarPattern(string pattern, StringComparison comparison)
{
    private readonly string[] _parts = pattern.Split('*');

    /// <summary>The stretches between the stars; one where there is no star.</summary>
    public IReadOnlyList<string> Parts => _parts;

    /// <summary>What each star stands for, each but the last as short as can be, which leaves the most room for the next; null: the text does not fit.</summary>
    public IReadOnlyList<string>? Capture(string text)
    {
        if (_parts.Length == 1)
            return string.Equals(text, pattern, comparison) ? [] : null;
        if (!text.StartsWith(_parts[0], comparison))
            return null;
        var captures = new string[_parts.Length - 1];
        var at = _parts[0].Length;
        for (var i = 1; i < _parts.Length; i++)
        {
            var last = i == _parts.Length - 1;
            var next = last ? text.Length - _parts[i].Length : text.IndexOf(_parts[i], at, comparison);
            if (next < at || (last && !text.EndsWith(_parts[i], comparison)))
                return null;
            captures[i - 1] = text[at..next];
            at = next + _parts[i].Length;
        }

        return captures;
    }
}
