using DetectionKit.Language.Tests.Spl;

namespace DetectionKit.Language.Tests.Plan;

/// <summary>What simplifying makes of a plan; the schema's line left out.</summary>
internal sealed class PlanSimplifierTests
{
    [TestCase("a=1 (b=2 (c=3 d=4))", "(raw columns=[x] (and (text field=a op== pattern=1) (text field=b op== pattern=2) (text field=c op== pattern=3) (text field=d op== pattern=4)))")]
    [TestCase("a=1 OR (b=2 OR index=main)", "(raw columns=[x] (always))")]
    [TestCase("NOT NOT a=1", "(raw columns=[x] (text field=a op== pattern=1))")]
    [TestCase("a!=*", "(raw columns=[x] (never))")]
    [TestCase("a!=* OR b=1", "(raw columns=[x] (text field=b op== pattern=1))")]
    [TestCase("a IN (1)", "(raw columns=[x] (text field=a op== pattern=1))")]
    [TestCase("a=1 | search b=2 | search *", "(raw columns=[x] (and (text field=a op== pattern=1) (text field=b op== pattern=2)))", TestName = "A_filter_behind_raw_events_moves_into_their_condition")]
    [TestCase("* | where 1=1", "(raw columns=[x] (always))")]
    [TestCase("* | where NOT 1=2 AND x>-1", "(raw columns=[x] (always))\n(where (> (field name=x) (literal value=-1)))")]
    [TestCase("* | where null()=1 OR x=1", "(raw columns=[x] (always))\n(where (or (unknown) (= (field name=x) (literal value=1))))")]
    [TestCase("* | eval x=2*3+1", "(raw columns=[] (always))\n(eval (set column=x to=(literal value=7)))")]
    [TestCase("* | eval x=\"a\".\"b\"", "(raw columns=[] (always))\n(eval (set column=x to=(literal value=ab)))")]
    [TestCase("* | eval x=if(true(), y, z)", "(raw columns=[y] (always))\n(eval (set column=x to=(field name=y)))")]
    [TestCase("* | eval x=case(false(), 1, y=1, 2, true(), 3, z=1, 4)", "(raw columns=[y] (always))\n(eval (set column=x to=(case (= (field name=y) (literal value=1)) (literal value=2) (true) (literal value=3))))")]
    [TestCase("* | eval x=coalesce(null(), y)", "(raw columns=[y] (always))\n(eval (set column=x to=(field name=y)))")]
    public void A_plan_is_simplified(string search, string expected)
    {
        var lines = SplTest.Plan(search + " | table x").TrimEnd().Split('\n');
        Assert.That(string.Join('\n', lines[..^2]), Is.EqualTo(expected));
    }
}
