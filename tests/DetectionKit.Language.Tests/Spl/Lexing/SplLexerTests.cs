using DetectionKit.Language.Spl.Lexing;
using FsCheck;
using FsCheck.Fluent;

namespace DetectionKit.Language.Tests.Spl.Lexing;

/// <summary>Tokens in both modes.</summary>
internal sealed class SplLexerTests
{
    private static readonly (LexerMode Mode, string Text, string Expected)[] Cases =
    [
        (LexerMode.Words, "a{}.b-c:d", "Word<a{}.b-c:d>"),
        (LexerMode.Words, @"C:\Windows\*.exe", @"Word<C:\Windows\*.exe>"),
        (LexerMode.Words, "<<FIELD>>", "Word<<<FIELD>>>"),
        (LexerMode.Words, "don't", "Word<don't>"),
        (LexerMode.Words, "'a b'=1", "QuotedName<a b> Equal<=> Word<1>"),
        (LexerMode.Words, "a!=b", "Word<a> NotEqual<!=> Word<b>"),
        (LexerMode.Words, "a==b", "Word<a> DoubleEqual<==> Word<b>"),
        (LexerMode.Words, "a<=1 b>=2 c<3 d>4", "Word<a> LessOrEqual<<=> Word<1> Word<b> GreaterOrEqual<>=> Word<2> Word<c> Less<<> Word<3> Word<d> Greater<>> Word<4>"),
        (LexerMode.Words, "(a,b)|[c]", "OpenParenthesis<(> Word<a> Comma<,> Word<b> CloseParenthesis<)> Pipe<|> OpenBracket<[> Word<c> CloseBracket<]>"),
        (LexerMode.Words, "\"a `b` \\\"c\\\" \\\\ \\d\"", "QuotedText<a `b` \"c\" \\ \\d>"),
        (LexerMode.Words, "a ```b | \"c``` d", "Word<a> Comment<```b | \"c```> Word<d>"),
        (LexerMode.Words, "`m(1)`", "Macro<`m(1)`>"),
        (LexerMode.Expression, "a-b*c/d%e+f", "Identifier<a> Minus<-> Identifier<b> Star<*> Identifier<c> Slash</> Identifier<d> Percent<%> Identifier<e> Plus<+> Identifier<f>"),
        (LexerMode.Expression, "a.b .5 1.5e3 0x1F x.5", "Identifier<a> Dot<.> Identifier<b> Number<.5> Number<1.5e3> Number<0x1F> Identifier<x> Dot<.> Number<5>"),
        (LexerMode.Expression, "4624_count a{}", "Identifier<4624_count> Identifier<a{}>"),
        (LexerMode.Expression, "'a b'==\"c\"", "QuotedName<a b> DoubleEqual<==> QuotedText<c>"),
        (LexerMode.Expression, "<<FIELD>>", "Identifier<<<FIELD>>>"),
        (LexerMode.Expression, "a ; b", "Identifier<a> Unknown<;> Identifier<b>"),
    ];

    [TestCaseSource(nameof(Cases))]
    public void A_text_is_cut_into_tokens((LexerMode Mode, string Text, string Expected) given) => Assert.That(
        string.Join(' ', Tokens(given.Text, given.Mode).Where(token => token.Kind != TokenKind.Whitespace).Select(token => $"{token.Kind}<{token.Text}>")),
        Is.EqualTo(given.Expected));

    [Test]
    public void Every_kind_of_token_has_a_case()
    {
        var seen = Cases.SelectMany(given => Tokens(given.Text, given.Mode)).Select(token => token.Kind).Append(TokenKind.End);
        Assert.That(Enum.GetValues<TokenKind>().Except(seen), Is.Empty);
    }

    [TestCase("\"a", TokenKind.QuotedText)]
    [TestCase("`a", TokenKind.Macro)]
    [TestCase("```a", TokenKind.Comment)]
    public void What_is_not_closed_runs_to_the_end(string text, TokenKind kind)
    {
        var token = SplLexer.Next(text, 0, LexerMode.Words);
        Assert.That((token.Kind, token.Span.End, token.IsClosed), Is.EqualTo((kind, text.Length, false)));
    }

    [Test]
    public void Tokens_cover_any_text_without_gaps()
    {
        // Characters that mean something come up often.
        var unit = Gen.Elements("|()[],=!<>\"'`\\ \n*.-+/%a1_{}é\ud83d".ToCharArray());
        var text = unit.ArrayOf().Select(units => new string(units));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(17, 3),
            Prop.ForAll(text.ToArbitrary(), given => Enum.GetValues<LexerMode>().All(mode => Covers(given, mode))));
    }

    private static bool Covers(string text, LexerMode mode)
    {
        var end = 0;
        foreach (var token in Tokens(text, mode))
        {
            if (token.Span.Start != end || token.Span.Length == 0)
                return false;
            end = token.Span.End;
        }

        return end == text.Length;
    }

    private static IEnumerable<Token> Tokens(string text, LexerMode mode)
    {
        for (var token = SplLexer.Next(text, 0, mode); token.Kind != TokenKind.End; token = SplLexer.Next(text, token.Span.End, mode))
            yield return token;
    }
}
