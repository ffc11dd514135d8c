using System.Globalization;
using DetectionKit.Logs.Reading;

namespace DetectionKit.Logs.Json;

/// <summary>Finds the JSON objects of an input, one by one.</summary>
internal abstract class JsonObjects(LogInput input)
{
    /// <summary>Where the last one begins: <c>line 7</c>.</summary>
    public string Place => "line " + Line.ToString(CultureInfo.InvariantCulture);

    /// <summary>The 1-based line on which the last one begins.</summary>
    protected abstract int Line { get; }

    /// <summary>The input.</summary>
    protected LogInput Input { get; } = input;

    /// <summary>The objects of an input: line by line where its first line is whole, else by brackets.</summary>
    /// <param name="input">The input.</param>
    public static JsonObjects Open(LogInput input) =>
        input.Head.FirstLine is ['{', .., '}' or ']'] || IsLikeLines(input.Head) || FollowOneThatIsNone(input.Head) ? new JsonLines(input) : new JsonDocuments(input);

    /// <summary>Whether a first line that is no JSON is followed by lines that are objects: damage, or what was written before them.</summary>
    /// <param name="head">The input's begin.</param>
    public static bool FollowOneThatIsNone(LogHead head) => head.Lines is [not ['{' or '[', ..], ['{', '"', .., '}'], ['{', '"', .., '}'], ..];

    /// <summary>Gives the next object; false at the end.</summary>
    /// <param name="json">The object, valid until the next call.</param>
    /// <param name="problem">What is wrong with it where it is none; null: nothing so far.</param>
    public abstract bool Read(out ReadOnlySpan<byte> json, out string? problem);

    // A head may hold less than one line; and a first line may be broken where the next is not.
    private static bool IsLikeLines(LogHead head) =>
        head.Lines is [['{', '"', ..]] or [['{', '"', ..], ['{', ..], ..] && head.FirstLine.Length > 2;
}

/// <summary>One object a line.</summary>
internal sealed class JsonLines(LogInput input) : JsonObjects(input)
{
    private readonly LineReader _lines = input.OpenLines();

    /// <inheritdoc/>
    protected override int Line => _lines.Line;

    /// <inheritdoc/>
    public override bool Read(out ReadOnlySpan<byte> json, out string? problem)
    {
        problem = null;
        while (_lines.Read(out json))
        {
            json = json.Trim(" \t\r\0"u8);
            if (json.IsEmpty)
                continue;
            if (_lines.IsCut)
                problem = "longer than a line may be";
            return true;
        }

        return false;
    }
}
