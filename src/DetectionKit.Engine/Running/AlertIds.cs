using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Values;
using DetectionKit.Engine.Ordering;

namespace DetectionKit.Engine.Running;

/// <summary>Names the rows of one detection in one window: by group key, or by what the row holds; rows of one name are numbered in their order.</summary>
internal sealed class AlertIds(string detection, Timestamp windowStart)
{
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);

    public string Of(Row row)
    {
        var name = row.Origin.Key is { } key ? "group " + key.Text : "row " + ContentOf(row);
        var count = _seen[name] = _seen.GetValueOrDefault(name) + 1;
        var text = new GroupKey();
        text.Add(detection);
        text.Add(windowStart.Nanoseconds.ToString(CultureInfo.InvariantCulture));
        text.Add(name);
        text.Add(count.ToString(CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }

    private static string ContentOf(Row row)
    {
        var content = new GroupKey();
        foreach (var (column, value) in row.Columns)
        {
            if (value.IsNull)
                continue;
            content.Add(column);
            content.Add(value.ToText());
        }

        return content.ToString();
    }
}
