namespace DetectionKit.Language.Spl.Lexing;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>Blanks and line ends. The parser never sees it.</summary>
    Whitespace,

    /// <summary>A comment between triple backticks. The parser never sees it.</summary>
    Comment,

    /// <summary><c>|</c></summary>
    Pipe,

    /// <summary><c>(</c></summary>
    OpenParenthesis,

    /// <summary><c>)</c></summary>
    CloseParenthesis,

    /// <summary><c>[</c>: a subsearch begins.</summary>
    OpenBracket,

    /// <summary><c>]</c></summary>
    CloseBracket,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>==</c></summary>
    DoubleEqual,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessOrEqual,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterOrEqual,

    /// <summary><c>+</c>, in expressions.</summary>
    Plus,

    /// <summary><c>-</c>, in expressions.</summary>
    Minus,

    /// <summary><c>*</c>, in expressions.</summary>
    Star,

    /// <summary><c>/</c>, in expressions.</summary>
    Slash,

    /// <summary><c>%</c>, in expressions.</summary>
    Percent,

    /// <summary><c>.</c>, in expressions.</summary>
    Dot,

    /// <summary>A bare word of a command's arguments, with all that SPL lets stand in one: <c>-count</c>, <c>a{}.b</c>, <c>*.exe</c>.</summary>
    Word,

    /// <summary>A field, function or keyword, in expressions.</summary>
    Identifier,

    /// <summary>A number, in expressions.</summary>
    Number,

    /// <summary><c>"..."</c></summary>
    QuotedText,

    /// <summary><c>'...'</c></summary>
    QuotedName,

    /// <summary><c>`...`</c>: a macro that was not expanded.</summary>
    Macro,

    /// <summary>A character that means nothing here.</summary>
    Unknown,
}
