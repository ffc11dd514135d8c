namespace DetectionKit.Abstractions.Operators.Pcre;

/// <summary>PCRE's named sets of characters as the inside of a .NET class. They are ASCII, as PCRE has them without Unicode properties (pcre2pattern(3)).</summary>
internal static class CharacterClasses
{
    /// <summary><c>\d \w \s \h \v</c> and their opposites; null: the letter names no set.</summary>
    public static string? OfEscape(char letter) => letter switch
    {
        'd' => "0-9",
        'D' => @"\x00-/:-\uFFFF",
        'w' => "a-zA-Z0-9_",
        'W' => @"\x00-/:-@\[-\^`{-\uFFFF",
        's' => @" \t\n\v\f\r",
        'S' => @"\x00-\x08\x0E-\x1F!-\uFFFF",
        'h' => @" \t\u00A0\u1680\u180E\u2000-\u200A\u202F\u205F\u3000",
        'H' => @"\x00-\x08\x0A-\x1F!-\u009F\u00A1-\u167F\u1681-\u180D\u180F-\u1FFF\u200B-\u202E\u2030-\u205E\u2060-\u2FFF\u3001-\uFFFF",
        'v' => @"\n\v\f\r\u0085\u2028\u2029",
        'V' => @"\x00-\x09\x0E-\u0084\u0086-\u2027\u202A-\uFFFF",
        _ => null,
    };

    /// <summary>The name inside <c>[:alpha:]</c>; null: there is no such set.</summary>
    public static string? OfPosixName(ReadOnlySpan<char> name) => name switch
    {
        "alpha" => "a-zA-Z",
        "^alpha" => @"\x00-@\[-`{-\uFFFF",
        "digit" => "0-9",
        "^digit" => OfEscape('D'),
        "alnum" => "a-zA-Z0-9",
        "^alnum" => @"\x00-/:-@\[-`{-\uFFFF",
        "upper" => "A-Z",
        "^upper" => @"\x00-@\[-\uFFFF",
        "lower" => "a-z",
        "^lower" => @"\x00-`{-\uFFFF",
        "xdigit" => "0-9a-fA-F",
        "^xdigit" => @"\x00-/:-@G-`g-\uFFFF",
        "word" => OfEscape('w'),
        "^word" => OfEscape('W'),
        "space" => OfEscape('s'),
        "^space" => OfEscape('S'),
        "blank" => @" \t",
        "^blank" => @"\x00-\x08\x0A-\x1F!-\uFFFF",
        "ascii" => @"\x00-\x7F",
        "^ascii" => @"\x80-\uFFFF",
        "cntrl" => @"\x00-\x1F\x7F",
        "^cntrl" => @"\x20-~\x80-\uFFFF",
        "print" => @"\x20-~",
        "^print" => @"\x00-\x1F\x7F-\uFFFF",
        "graph" => "!-~",
        "^graph" => @"\x00-\x20\x7F-\uFFFF",
        "punct" => @"!-/:-@\[-`{-~",
        "^punct" => @"\x00-\x200-9A-Za-z\x7F-\uFFFF",
        _ => null,
    };
}
