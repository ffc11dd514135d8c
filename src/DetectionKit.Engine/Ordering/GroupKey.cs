using System.Globalization;
using System.Text;

namespace DetectionKit.Engine.Ordering;

/// <summary>The text that stands for a combination of values: each with its length, so that no two combinations share one.</summary>
internal sealed class GroupKey
{
    private readonly StringBuilder _text = new();

    public void Add(string part) => _text.Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part);

    public override string ToString() => _text.ToString();
}
