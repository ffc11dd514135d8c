using System.Collections.Immutable;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Lookups;
using DetectionKit.Abstractions.Values;
using DetectionKit.Compiler.Tests.Emit;
using DetectionKit.Compiler.Tests.Reference;

namespace DetectionKit.Compiler.Tests.Searches;

/// <summary>A regular expression that takes too long on a text does not match it, and the run says so.</summary>
public sealed class UndecidedTextTests
{
    private const string Slow = @"^(\w+\s?)*(?=:)";

    [TestCase($"sourcetype=x | regex a=\"{Slow}\"")]
    [TestCase($"sourcetype=x | where match(a, \"{Slow}\")")]
    [TestCase($"sourcetype=x | rex field=a \"(?<b>{Slow})\" | where isnotnull(b)")]
    [TestCase($"sourcetype=x | rex field=a mode=sed \"s/{Slow}/x/\" | where a=\"x\"")]
    [TestCase($"| makeresults | append [search sourcetype=x | where match(a, \"{Slow}\")] | where isnotnull(a)")]
    public void What_could_not_be_decided_in_time_is_said(string search)
    {
        var e = new RawEvent(Timestamp.FromSeconds(1), "x", "x.log") { Text = "" };
        e.Add("a", Value.Of(string.Concat(Enumerable.Repeat("word ", 12)) + "wordwordwordword!"));
        var pattern = search.Contains("(?<b>", StringComparison.Ordinal) ? $"(?<b>{Slow})" : Slow;
        var rows = BothWays.Engine(
            [Loaded.Detector(Emit.Searches.Plan(search))], [e], ImmutableDictionary<string, LookupTable>.Empty, $"the regular expression `{pattern}` could not decide 1 texts in time: they do not match");
        Assert.That(rows[0], Is.Empty);
    }
}
