using System.Text;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Evtx;

/// <summary>Content that comes in pieces: one alone stays the value that it is, several become one text.</summary>
internal sealed class ContentPieces
{
    private readonly StringBuilder _joined = new();
    private Value _first;

    /// <summary>All of it; absent where nothing came.</summary>
    public Value Whole => _joined.Length > 0 ? Value.Of(_joined.ToString()) : _first;

    public void Clear()
    {
        _first = Value.Null;
        _joined.Clear();
    }

    public void Add(Value piece)
    {
        if (_first.IsNull)
        {
            _first = piece;
            return;
        }

        if (_joined.Length == 0)
            _joined.Append(_first.ToText());
        _joined.Append(piece.ToText());
    }
}
