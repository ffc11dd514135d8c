namespace DetectionKit.Language.Spl.Lexing;

/// <summary>SPL has two ways to read the same characters: <c>a-b</c> is one word among a command's arguments, and a difference in an expression.</summary>
internal enum LexerMode
{
    /// <summary>Arguments of commands, and search conditions.</summary>
    Words,

    /// <summary>Eval and where expressions.</summary>
    Expression,
}
