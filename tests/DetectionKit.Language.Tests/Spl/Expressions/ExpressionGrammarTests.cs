namespace DetectionKit.Language.Tests.Spl.Expressions;

/// <summary>Eval expressions: what binds to what.</summary>
internal sealed class ExpressionGrammarTests
{
    [TestCase("a", "a")]
    [TestCase("'a.b c'", "'a.b c'")]
    [TestCase("\"a\"", "\"a\"")]
    [TestCase("1.5", "1.5")]
    [TestCase("-a", "(neg a)")]
    [TestCase("+a", "a")]
    [TestCase("a-b-c", "(- (- a b) c)")]
    [TestCase("a+b*c", "(+ a (* b c))")]
    [TestCase("(a+b)*c", "(* (+ a b) c)")]
    [TestCase("-a*b", "(* (neg a) b)")]
    [TestCase("a.\":\".b", "(. (. a \":\") b)")]
    [TestCase("\"n=\".a+b", "(. \"n=\" (+ a b))")]
    [TestCase("a%2=0", "(= (% a 2) 0)")]
    [TestCase("a=1 OR b=2 AND c=3", "(or (= a 1) (and (= b 2) (= c 3)))", TestName = "And_binds_tighter_than_or_in_eval")]
    [TestCase("a=1 XOR b=2 OR c=3", "(xor (= a 1) (or (= b 2) (= c 3)))")]
    [TestCase("NOT a=1 AND b=2", "(and (not (= a 1)) (= b 2))")]
    [TestCase("a=1 and not b=2 or c=3", "(or (and (= a 1) (not (= b 2))) (= c 3))")]
    [TestCase("a LIKE \"b%\"", "(call like a \"b%\")")]
    [TestCase("a NOT LIKE \"b%\"", "(not (call like a \"b%\"))")]
    [TestCase("a IN (1, \"b\")", "(in a 1 \"b\")")]
    [TestCase("NOT a IN (1)", "(not (in a 1))")]
    [TestCase("a NOT IN (1)", "(not (in a 1))")]
    [TestCase("in(a, 1, 2)", "(call in a 1 2)")]
    [TestCase("if(a==\"b\", 1, null())", "(call if (= a \"b\") 1 (call null))")]
    [TestCase("case(a<1, \"x\", true(), \"y\")", "(call case (< a 1) \"x\" (call true) \"y\")")]
    [TestCase("mvfilter(match(a, \"^\\\\d+$\"))", "(call mvfilter (call match a \"^\\d+$\"))")]
    [TestCase("a ```why``` + 1", "(+ a 1)")]
    public void An_expression_is_read(string expression, string expected) =>
        Assert.That(SplTest.Syntax($"search * | where {expression}"), Is.EqualTo($"(search (term *)) | (where {expected})"));
}
