using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl.Lexing;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Spl.Parsing;

/// <summary>The parser's place in a search: looks at tokens, takes them, reports what is wrong. One for a search; not safe for several threads.</summary>
internal sealed class SplReader
{
    private readonly SearchText _search;
    private readonly DiagnosticBag _diagnostics;
    private Token? _peeked;
    private LexerMode _mode = LexerMode.Words;
    private int _position;
    private int _unclosedAt = -1;

    public SplReader(SearchText search, DiagnosticBag diagnostics)
    {
        _search = search;
        _diagnostics = diagnostics;
    }

    /// <summary>The offset behind the last token taken.</summary>
    public int LastEnd { get; private set; }

    /// <summary>Whether a quote, comment or macro was found that swallows the rest of the search.</summary>
    public bool IsSwallowed => _unclosedAt >= 0;

    /// <summary>How many subsearches stand around this place.</summary>
    public int Depth { get; set; }

    /// <summary>How the next token is read.</summary>
    public LexerMode Mode
    {
        get => _mode;
        set
        {
            if (_mode != value)
                _peeked = null;
            _mode = value;
        }
    }

    /// <summary>The next token, trivia passed over.</summary>
    public Token Peek() => _peeked ??= Read(_position);

    /// <summary>The token behind the next one.</summary>
    public Token PeekSecond() => Read(Peek().Span.End);

    /// <summary>Takes the next token.</summary>
    public Token Take()
    {
        var token = Peek();
        if (!token.IsClosed)
            ReportUnclosed(token);
        _position = LastEnd = token.Span.End;
        _peeked = null;
        return token;
    }

    /// <summary>Takes the next token if it is of that kind.</summary>
    public bool TryTake(TokenKind kind)
    {
        if (Peek().Kind != kind)
            return false;
        Take();
        return true;
    }

    /// <summary>Takes the next token if it is that word, without case.</summary>
    public bool TryTakeWord(string keyword)
    {
        if (!Peek().Is(keyword))
            return false;
        Take();
        return true;
    }

    /// <summary>Takes quoted text, whatever follows, and the next quoted text: <c>"("a=1")"</c>.</summary>
    public void TakeSplitText()
    {
        Take();
        while (!AtCommandEnd && Take().Kind != TokenKind.QuotedText)
        {
            // Up to the closing one.
        }
    }

    /// <summary>A reader at the same place, to look ahead with.</summary>
    /// <param name="diagnostics">Gets what it finds.</param>
    public SplReader Ahead(DiagnosticBag diagnostics) => new(_search, diagnostics) { _position = Peek().Span.Start, Depth = Depth, IsAhead = true };

    /// <summary>Whether this reader only looks ahead of another: it does not look further ahead itself.</summary>
    public bool IsAhead { get; private init; }

    /// <summary>Whether the next token follows the last without anything between.</summary>
    public bool IsAdjacent => Peek().Span.Start == LastEnd;

    /// <summary>Whether the current command ends here.</summary>
    public bool AtCommandEnd => Peek().Kind is TokenKind.Pipe or TokenKind.End or TokenKind.CloseBracket;

    /// <summary>The stretch from a place to the last token taken.</summary>
    public TextSpan SpanFrom(int start) => TextSpan.FromBounds(Math.Min(start, LastEnd), LastEnd);

    /// <summary>The text of a stretch, as written.</summary>
    public string TextOf(TextSpan span) => _search.Text.Substring(span.Start, span.Length);

    /// <summary>Reports at a stretch.</summary>
    public void Report(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<object?> args) =>
        _diagnostics.Report(descriptor, _search, span, args);

    /// <summary>Reports at a stretch, with what to write instead.</summary>
    public void ReportWithFix(DiagnosticDescriptor descriptor, TextSpan span, string? replacement, params ReadOnlySpan<object?> args) =>
        _diagnostics.ReportWithFix(descriptor, _search, span, replacement, args);

    /// <summary>Reports that something else must stand where the next token is.</summary>
    public void ReportExpected(string what)
    {
        var token = Peek();
        if (!token.IsClosed)
            ReportUnclosed(token);
        else if (IsSwallowed)
            return;
        else if (token.Kind == TokenKind.Macro)
            Report(DiagnosticTable.UnexpandedMacro, token.Span, token.Text);
        else
            Report(DiagnosticTable.Expected, token.Span, what, Describe(token));
    }

    /// <summary>A reader of what stands in double quotes: places stay what they are, the text ends where the stretch does, and a quote behind a backslash is a quote.</summary>
    /// <param name="quoted">The stretch, with its quotes.</param>
    public SplReader Inside(TextSpan quoted)
    {
        var text = _search.Text.AsSpan(0, quoted.End).ToArray();
        var opens = true;
        for (var i = quoted.Start; i < quoted.End; i++)
        {
            if (text[i] == '\\' && i + 1 < quoted.End - 1 && text[i + 1] == '"')
            {
                // The backslash becomes a blank outside the quotes that it stands at.
                (text[i], text[i + 1]) = opens ? (' ', '"') : ('"', ' ');
                opens = !opens;
                i++;
            }
            else if (text[i] == '"')
            {
                text[i] = ' ';
            }
        }

        return new SplReader(new SearchText(new string(text), _search.Segments), _diagnostics) { _position = quoted.Start, Depth = Depth };
    }

    /// <summary>Takes a token of that kind, or reports that it must stand here.</summary>
    public bool Require(TokenKind kind, string what)
    {
        if (TryTake(kind))
            return true;
        ReportExpected(what);
        return false;
    }

    /// <summary>Reports a lost quote where it was lost. With an odd number of quotes all behind the lost one are taken for their opposites, so the first text that runs over the next command is the wrong one.</summary>
    public void ReportLostQuote()
    {
        Token? suspect = null;
        var token = SplLexer.Next(_search.Text, 0, LexerMode.Words);
        for (; token.Kind != TokenKind.End; token = SplLexer.Next(_search.Text, token.Span.End, LexerMode.Words))
        {
            if (token.Kind == TokenKind.QuotedText && suspect is null && LostPipe.HasCommand(token.Text))
                suspect = token;
            if (!token.IsClosed && token.Kind == TokenKind.QuotedText)
                ReportUnclosed(suspect ?? token);
        }
    }

    /// <summary>Goes on to the end of the command, over whole subsearches and parentheses.</summary>
    public void SkipCommand()
    {
        Mode = LexerMode.Words;
        var brackets = 0;
        while (Peek() is var token && token.Kind != TokenKind.End)
        {
            if (brackets == 0 && token.Kind is TokenKind.Pipe or TokenKind.CloseBracket)
                return;
            brackets += token.Kind switch { TokenKind.OpenBracket => 1, TokenKind.CloseBracket => -1, _ => 0 };
            Take();
        }
    }

    private static string Describe(Token token) => token.Kind switch
    {
        TokenKind.End => "the end of the search",
        TokenKind.QuotedText => "text in quotes",
        _ => $"`{token.Text}`",
    };

    private Token Read(int at)
    {
        var token = SplLexer.Next(_search.Text, at, _mode);
        while (token.IsTrivia)
        {
            if (!token.IsClosed)
                ReportUnclosed(token);
            token = SplLexer.Next(_search.Text, token.Span.End, _mode);
        }

        return token;
    }

    // What is not closed swallows the rest of the search: one report says it all.
    private void ReportUnclosed(Token token)
    {
        if (_unclosedAt >= 0)
            return;
        _unclosedAt = token.Span.Start;
        var (what, mark) = token.Kind switch
        {
            TokenKind.QuotedText => ("this text in double quotes", 1),
            TokenKind.QuotedName => ("this field name in single quotes", 1),
            TokenKind.Comment => ("this comment", 3),
            _ => ("this macro use", 1),
        };
        Report(DiagnosticTable.Unclosed, new TextSpan(token.Span.Start, Math.Min(mark, token.Span.Length)), what);
    }
}
