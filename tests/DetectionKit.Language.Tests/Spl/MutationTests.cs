namespace DetectionKit.Language.Tests.Spl;

/// <summary>The compiler throws on no text, and every finding lies inside the text.</summary>
internal sealed class MutationTests
{
    private const int Count = 10_000;

    private static readonly string[] Searches =
    [
        """
        | tstats summariesonly=true count min(_time) as first values(All_Traffic.dest) as dest from datamodel=Network_Traffic.All_Traffic
        where (All_Traffic.app=dns NOT All_Traffic.dest_port IN (53, 5353)) OR All_Traffic.dest_ip="10.0.0.0/8" by _time span=10m All_Traffic.src_ip
        | rename "All_Traffic.*" as * | convert timeformat="%F" ctime(first) | where count > 5 AND like(src_ip, "10.%") | sort 10 - count
        """,
        """
        sourcetype=detectionkit:weird (name="frag*" OR name IN ("a b", c)) NOT transport!=udp earliest=-1h@h ```a comment```
        | eval kind=case(isnull(count), "none", count>=10 AND 'dest_ip'!="1.2.3.4", "many", true(), "few".":".name), n=if(kind=="many", count*2-1, -.5)
        | stats count dc(src_ip) as sources perc95(n) count(eval(n>1)) as big by kind, dest_ip | lookup ports app AS kind OUTPUT port
        | fillnull value=0 port | dedup 2 kind keepempty=t sortby -count | fields - big | table kind dest_ip sources port*
        """,
        "| inputlookup ports where app=http OR port>1024 | search alias=* | table app, port",
    ];

    private static readonly string[] Pieces =
        ["|", "(", ")", "[", "]", "\"", "'", "`", "```", "=", "!=", "<", ",", "*", "\\", " by ", " as ", " IN (", " NOT ", " OR ", "eval(", "\n", "\u00e9", "\ud83d", "<<A>>", "."];

    [Test]
    public void No_mutation_of_a_search_throws()
    {
        var random = new Random(20_240_917);
        for (var i = 0; i < Count; i++)
        {
            var search = Mutate(Searches[random.Next(Searches.Length)], random);
            var (plan, diagnostics) = SplTest.Compile(search);
            Assert.That(plan is null, Is.EqualTo(diagnostics.HasErrors), search);
            foreach (var found in diagnostics)
                Assert.That(found.Span.Span.Start >= 0 && found.Span.Span.End <= search.Length, search);
        }
    }

    private static string Mutate(string search, Random random)
    {
        for (var edits = random.Next(1, 5); edits > 0; edits--)
        {
            var at = random.Next(search.Length);
            var length = random.Next(Math.Min(12, search.Length - at));
            search = random.Next(4) switch
            {
                0 => search.Remove(at, length),
                1 => search.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => search.Insert(random.Next(search.Length), search.Substring(at, length)),
                _ => search[..Math.Max(1, at)],
            };
            if (search.Length == 0)
                return " ";
        }

        return search;
    }
}
