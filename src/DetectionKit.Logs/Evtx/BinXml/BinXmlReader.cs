using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Evtx.BinXml;

/// <summary>
/// Reads the binary XML of one record and gives its parts. Recursion and work are bounded: a template may hold an instance of another,
/// which a crafted file could nest or repeat without end.
/// </summary>
internal ref struct BinXmlReader(ReadOnlySpan<byte> chunk, IXmlSink sink, ChunkMemory memory)
{
    private const int MaxDepth = 48;
    private const int MaxTokens = 1 << 16;
    private const int MaxSubstitutions = 1 << 12;

    // Names and values as they are given: four times a chunk's length. A template may name one value again and again.
    private const int MaxLength = 1 << 18;
    private const int DefinitionHeaderLength = 24;

    private readonly ReadOnlySpan<byte> _chunk = chunk;
    private int _tokens;
    private int _depth;
    private int _length;

    private readonly bool IsWithinLimits => _tokens <= MaxTokens && _length <= MaxLength;

    /// <summary>Reads a record's content; false: it is damaged, or beyond a limit.</summary>
    public bool ReadDocument(int start, int end)
    {
        memory.Substitutions.Clear();
        var cursor = new Cursor(_chunk, start, end);
        return Fragment(ref cursor, default) && _tokens > 0;
    }

    private bool Fragment(ref Cursor cursor, Scope scope)
    {
        if (++_depth > MaxDepth)
            return false;
        while (!cursor.AtEnd)
        {
            var token = cursor.Peek();
            if (token == BinXmlToken.EndOfFragment)
                break;
            if (!Content(ref cursor, token, scope))
                return false;
        }

        _depth--;
        return !cursor.Failed;
    }

    /// <summary>One part of an element's content, or of a fragment's.</summary>
    private bool Content(ref Cursor cursor, byte token, Scope scope)
    {
        if (++_tokens > MaxTokens)
            return false;
        switch (BinXmlToken.Kind(token))
        {
            case BinXmlToken.FragmentHeader:
                cursor.Skip(4);
                return !cursor.Failed;
            case BinXmlToken.OpenStartElement:
                return Element(ref cursor, scope);
            case BinXmlToken.TemplateInstance:
                return TemplateInstance(ref cursor);
            case BinXmlToken.ProcessingTarget:
                cursor.Skip(1);
                return Name(ref cursor) is not null;
            case BinXmlToken.ProcessingData:
                cursor.Skip(1);
                cursor.Characters(cursor.U16());
                return !cursor.Failed;
            case BinXmlToken.NormalSubstitution or BinXmlToken.OptionalSubstitution when Substituted(cursor, scope) is { Type: BinXmlType.BinXml } nested:
                cursor.Skip(4);
                var inner = new Cursor(_chunk, nested.Offset, nested.Offset + nested.Length);
                return Fragment(ref inner, default);
            default:
                if (!Piece(ref cursor, token, scope, out var value))
                    return false;
                if (!value.IsNull)
                    sink.Text(value);
                return true;
        }
    }

    private bool Element(ref Cursor cursor, Scope scope)
    {
        if (++_depth > MaxDepth || !ElementStart(ref cursor, out var name))
            return false;
        if (!Attributes(ref cursor, scope))
            return false;
        switch (cursor.U8())
        {
            case BinXmlToken.CloseEmptyElement:
                Open(name);
                sink.Close();
                break;
            case BinXmlToken.CloseStartElement:
                if (!ElementContent(ref cursor, scope, name))
                    return false;
                break;
            default:
                return false;
        }

        _depth--;
        return !cursor.Failed;
    }

    /// <summary>The name of an element; the dependency identifier before it is missing inside some substituted fragments.</summary>
    private readonly bool ElementStart(ref Cursor cursor, out string name)
    {
        name = "";
        var hasAttributes = (cursor.U8() & BinXmlToken.More) != 0;
        var start = cursor;
        cursor.Skip(2);
        var length = cursor.U32();
        if (cursor.Failed || length > cursor.End - cursor.Position)
        {
            cursor = start;
            cursor.Skip(4);
        }

        if (Name(ref cursor) is not { } found)
            return false;
        name = found;
        if (hasAttributes)
            cursor.Skip(4);
        return !cursor.Failed;
    }

    private bool Attributes(ref Cursor cursor, Scope scope)
    {
        var attributes = memory.Attributes;
        attributes.Clear();
        while (BinXmlToken.Kind(cursor.Peek()) == BinXmlToken.Attribute)
        {
            if (++_tokens > MaxTokens)
                return false;
            cursor.Skip(1);
            if (Name(ref cursor) is not { } name)
                return false;
            memory.Pieces.Clear();
            while (IsPiece(cursor.Peek()) && !cursor.AtEnd)
            {
                if (++_tokens > MaxTokens || !Piece(ref cursor, cursor.Peek(), scope, out var piece))
                    return false;
                memory.Pieces.Add(piece);
            }

            if (memory.Pieces.Whole is { IsNull: false } value)
                attributes.Add(new(name, value));
        }

        return true;
    }

    private bool ElementContent(ref Cursor cursor, Scope scope, string name)
    {
        if (BinXmlToken.Kind(cursor.Peek(4)) == BinXmlToken.EndElement && Only(cursor, scope) is { } only)
        {
            cursor.Skip(5);
            Repeat(name, only);
            return !cursor.Failed && IsWithinLimits;
        }

        Open(name);
        while (!cursor.AtEnd)
        {
            var token = cursor.Peek();
            if (token == BinXmlToken.EndElement)
            {
                cursor.Skip(1);
                sink.Close();
                return true;
            }

            if (token == BinXmlToken.EndOfFragment || !Content(ref cursor, token, scope))
                return false;
        }

        return false;
    }

    /// <summary>The substitution that is an element's only content, where that decides about the element: an array, or an optional one without a value.</summary>
    private readonly Substitution? Only(Cursor cursor, Scope scope)
    {
        if (Substituted(cursor, scope) is not { } only)
            return null;
        return only.Type.IsArray() || (only.Type == BinXmlType.Null && cursor.Peek() == BinXmlToken.OptionalSubstitution) ? only : null;
    }

    // An array repeats its element; an optional value that is absent takes an element away that has nothing else.
    private void Repeat(string name, Substitution only)
    {
        if (only.Type == BinXmlType.Null && memory.Attributes.Count == 0)
            return;
        var items = new BinXmlItems(_chunk.Slice(only.Offset, only.Length), only.Type);
        var any = false;
        _length += only.Length;
        while (items.Next(out var item) && IsWithinLimits)
        {
            any = true;
            _tokens++;
            Open(name);
            if (!item.IsNull)
                sink.Text(item);
            sink.Close();
        }

        if (any)
            return;
        Open(name);
        sink.Close();
    }

    private void Open(string name)
    {
        sink.Open(name);
        _length += name.Length;
        foreach (var (attribute, value) in memory.Attributes)
        {
            sink.Attribute(attribute, value);
            _length += attribute.Length + (value.Kind == ValueKind.Text ? value.ToText().Length : sizeof(long));
        }
    }

    private static bool IsPiece(byte token) => BinXmlToken.Kind(token) is BinXmlToken.Value or BinXmlToken.CData or BinXmlToken.CharacterReference
        or BinXmlToken.EntityReference or BinXmlToken.NormalSubstitution or BinXmlToken.OptionalSubstitution;

    /// <summary>A piece of text; false: there is none here.</summary>
    private bool Piece(ref Cursor cursor, byte token, Scope scope, out Value value)
    {
        value = Value.Null;
        var start = cursor.Position;
        switch (BinXmlToken.Kind(token))
        {
            case BinXmlToken.Value:
                cursor.Skip(1);
                value = BinXmlValue.Inline(ref cursor);
                break;
            case BinXmlToken.CData:
                cursor.Skip(1);
                value = Value.Of(cursor.Characters(cursor.U16()).ToString());
                break;
            case BinXmlToken.CharacterReference:
                cursor.Skip(1);
                value = Value.Of(((char)cursor.U16()).ToString());
                break;
            case BinXmlToken.EntityReference:
                cursor.Skip(1);
                value = Name(ref cursor) is { } entity ? Value.Of(EntityText(entity)) : Value.Null;
                break;
            case BinXmlToken.NormalSubstitution or BinXmlToken.OptionalSubstitution:
                var substitution = Substituted(cursor, scope);
                cursor.Skip(4);
                if (substitution is { } found)
                {
                    value = BinXmlValue.Of(_chunk.Slice(found.Offset, found.Length), found.Type);
                    _length += found.Length;
                }

                break;
            default:
                return false;
        }

        _length += cursor.Position - start;
        return !cursor.Failed && IsWithinLimits;
    }

    private static string EntityText(string name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => $"&{name};",
    };

    /// <summary>The value that the substitution there names; null: there is no substitution, or no such value.</summary>
    private readonly Substitution? Substituted(Cursor cursor, Scope scope)
    {
        if (BinXmlToken.Kind(cursor.U8()) is not (BinXmlToken.NormalSubstitution or BinXmlToken.OptionalSubstitution))
            return null;
        var index = cursor.U16();
        return !cursor.Failed && index < scope.Count ? memory.Substitutions[scope.First + index] : null;
    }

    /// <summary>A name: at an offset of the chunk, which is here where it is used first.</summary>
    private readonly string? Name(ref Cursor cursor)
    {
        var offset = cursor.U32();
        if (cursor.Failed || offset >= (uint)_chunk.Length)
            return null;
        var at = new Cursor(_chunk, (int)offset, _chunk.Length);
        at.Skip(6);
        var count = at.U16();
        if (offset == (uint)cursor.Position)
            cursor.Skip(6 + 2 + ((count + 1) * sizeof(char)));
        if (memory.NameAt((int)offset) is { } known)
            return known;
        var characters = at.Characters(count);
        return at.Failed || count == 0 ? null : memory.AddName((int)offset, characters);
    }

    private bool TemplateInstance(ref Cursor cursor)
    {
        cursor.Skip(2);
        var id = cursor.U32();
        var offset = cursor.U32();
        if (cursor.Failed || offset >= (uint)_chunk.Length)
            return false;
        var definition = new Cursor(_chunk, (int)offset, _chunk.Length);
        definition.Skip(4);
        var same = definition.U32() == id;
        definition.Skip(12);
        var length = definition.U32();
        if (!same || definition.Failed || length > (uint)(_chunk.Length - definition.Position))
            return false;
        if (offset == (uint)cursor.Position)
            cursor.Skip(DefinitionHeaderLength + (int)length);
        var first = memory.Substitutions.Count;
        if (!Substitutions(ref cursor, out var scope))
            return false;
        var body = new Cursor(_chunk, definition.Position, definition.Position + (int)length);
        var whole = Fragment(ref body, scope);
        memory.Substitutions.RemoveRange(first, memory.Substitutions.Count - first);
        return whole;
    }

    private readonly bool Substitutions(ref Cursor cursor, out Scope scope)
    {
        var list = memory.Substitutions;
        var count = cursor.U32();
        scope = new(list.Count, (int)Math.Min(count, MaxSubstitutions));
        if (cursor.Failed || count > MaxSubstitutions)
            return false;
        var descriptors = cursor;
        cursor.Skip((int)count * 4);
        for (var i = 0; i < count; i++)
        {
            int length = descriptors.U16();
            var type = (BinXmlType)descriptors.U8();
            descriptors.Skip(1);
            list.Add(new(cursor.Position, length, length == 0 && type.Item() != BinXmlType.String ? BinXmlType.Null : type));
            cursor.Skip(length);
        }

        return !cursor.Failed;
    }
}
