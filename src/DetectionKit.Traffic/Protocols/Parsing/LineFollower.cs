using DetectionKit.Abstractions.Values;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Parsing;

/// <summary>A follower of a protocol whose both sides say lines.</summary>
internal abstract class LineFollower : Follower
{
    private const int MostLines = 512;
    private int _lines;

    /// <inheritdoc/>
    public override bool ReadsLines => true;

    /// <inheritdoc/>
    public override long Read(in FollowedBytes said, FlowNotes notes)
    {
        var end = said.Bytes.IndexOf((byte)'\n');
        if (end < 0)
            return 0;
        if (++_lines > MostLines)
            notes.Done();
        var line = said.Bytes[..end].TrimEnd((byte)'\r');
        if (said.FromOriginator)
            OnClient(line, notes);
        else
            OnServer(line, notes);
        return end + 1;
    }

    /// <summary>Takes a line of the client.</summary>
    protected abstract void OnClient(ReadOnlySpan<byte> line, FlowNotes notes);

    /// <summary>Takes a line of the server.</summary>
    protected abstract void OnServer(ReadOnlySpan<byte> line, FlowNotes notes);

    /// <summary>Says a text, cleaned and bounded, if facts are wanted.</summary>
    protected static void Say(FlowNotes notes, string name, ReadOnlySpan<byte> text)
    {
        if (notes.WantsFacts)
            notes.Fact(name, Value.Of(Texts.Of(text)));
    }
}
