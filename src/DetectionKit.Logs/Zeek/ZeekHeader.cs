using System.Text;
using DetectionKit.Abstractions.Values;
using DetectionKit.Logs.Records;

namespace DetectionKit.Logs.Zeek;

/// <summary>What the lines that begin with <c>#</c> say, and a record read by it. Concatenated logs have several headers: the last one holds.</summary>
internal sealed class ZeekHeader
{
    private readonly NameTable _names = new();
    private byte _separator = (byte)'\t';
    private byte _setSeparator = (byte)',';
    private string _empty = "(empty)";
    private string _unset = "-";
    private byte[] _emptyBytes = "(empty)"u8.ToArray();
    private byte[] _unsetBytes = "-"u8.ToArray();
    private string[] _columns = [];
    private ZeekType[] _types = [];
    private RecordKind? _kind;
    private bool _namesLog;

    /// <summary>The kind of a record: the header's, where that names a log, else the one that it fits; null: of no known log.</summary>
    /// <param name="record">The record.</param>
    public RecordKind? KindOf(LogRecord record) => _namesLog ? _kind : ZeekLogs.OfRecord(record);

    /// <summary>Their source type.</summary>
    public string SourceType { get; private set; } = "zeek";

    /// <summary>Takes a header line; what is not understood is passed over.</summary>
    /// <param name="line">The line with its <c>#</c>.</param>
    public void Take(ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line);
        const string separator = "#separator ";
        if (text.StartsWith(separator, StringComparison.Ordinal))
        {
            _separator = ZeekText.Unescape(line[separator.Length..]) is [var one, ..] && one < 128 ? (byte)one : (byte)'\t';
            return;
        }

        var parts = text.Split((char)_separator);
        var value = parts.Length > 1 ? parts[1] : "";
        switch (parts[0])
        {
            case "#set_separator" when value is [< (char)128, ..]:
                _setSeparator = (byte)value[0];
                break;
            case "#empty_field":
                (_empty, _emptyBytes) = (value, Encoding.UTF8.GetBytes(value));
                break;
            case "#unset_field":
                (_unset, _unsetBytes) = (value, Encoding.UTF8.GetBytes(value));
                break;
            case "#path" when value.Length > 0:
                (_namesLog, _kind) = (true, ZeekLogs.Find(value));
                SourceType = "zeek:" + value;
                break;
            case "#fields":
                _columns = [.. parts.Skip(1).Select(part => _names.Of(part.AsSpan()))];
                break;
            case "#types":
                _types = [.. parts.Skip(1).Select(ZeekType.Of)];
                break;
        }
    }

    /// <summary>Reads a record. It has as many columns as the header names, else it is bad.</summary>
    /// <param name="line">The line.</param>
    /// <param name="record">Takes the fields.</param>
    /// <returns>What is wrong; null: nothing.</returns>
    public string? Read(ReadOnlySpan<byte> line, LogRecord record)
    {
        if (_columns.Length == 0)
            return "no #fields line before it";
        var column = 0;
        for (var rest = line; ; column++)
        {
            var at = rest.IndexOf(_separator);
            var cell = at < 0 ? rest : rest[..at];
            if (column >= _columns.Length)
                return "more columns than #fields names";
            if (!cell.SequenceEqual(_unsetBytes))
                record.Add(_columns[column], ValueOf(cell, column < _types.Length ? _types[column] : default));
            if (at < 0)
                break;
            rest = rest[(at + 1)..];
        }

        return column + 1 < _columns.Length ? "fewer columns than #fields names" : null;
    }

    private Value ValueOf(ReadOnlySpan<byte> cell, ZeekType type)
    {
        if (cell.SequenceEqual(_emptyBytes))
            return type.IsMany ? default : Value.Of("");
        if (!type.IsMany || cell.IndexOf(_setSeparator) < 0)
            return type.Read(cell);
        var items = new List<Value>();
        foreach (var range in cell.Split(_setSeparator))
        {
            var item = cell[range];
            items.Add(item.SequenceEqual(_unsetBytes) ? Value.Of(_unset) : item.SequenceEqual(_emptyBytes) ? Value.Of(_empty) : type.Read(item));
        }

        return Value.OfMany(items);
    }
}
