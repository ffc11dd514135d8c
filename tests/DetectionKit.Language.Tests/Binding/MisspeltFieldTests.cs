using System.Collections.Frozen;
using System.Collections.Immutable;
using DetectionKit.Language.Binding;
using DetectionKit.Language.Binding.Events;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Spl;
using DetectionKit.Language.Tests.Spl;
using DetectionKit.Language.Text;

namespace DetectionKit.Language.Tests.Binding;

/// <summary>Fields of raw events: which names are held to be misspelt, and for what.</summary>
internal sealed class MisspeltFieldTests
{
    private static readonly FrozenSet<string> Known = new[] { "Image", "CommandLine", "ParentImage", "src_ip", "user", "proto", "sc_content_type" }.ToFrozenSet(StringComparer.Ordinal);

    [TestCase("Imgae=a", "Image", TestName = "letters swapped")]
    [TestCase("Iage=a", "Image", TestName = "a letter dropped")]
    [TestCase("x=1 | stats count by src__ip", "src_ip", TestName = "a sign doubled")]
    [TestCase("x=1 | eval c=lower(ComandLine)", "CommandLine", TestName = "a letter of two dropped")]
    [TestCase("x=1 | stats count by _tiem", "_time", TestName = "a field that every event has")]
    [TestCase("x=1 | rename a.* as * | where Imagee=1", "Image", TestName = "behind a rename with wildcards")]
    [TestCase("x=1 | spath input=y | table ParentImgae", "ParentImage", TestName = "where values tell names too")]
    [TestCase("x=1 | rex field=y \"(?<folder>.*)\" | where floder=\"a\"", "folder", TestName = "one that the search makes")]
    [TestCase("destination=1 | stats count by destination, destinatoin", "destination", TestName = "one that the search reads elsewhere")]
    [TestCase("x=1 | append [search y=1 | stats count by Imgae]", "Image", TestName = "in a subsearch")]
    public void A_slip_away_from_a_name_that_is_there_is_an_error(string search, string meant) => Assert.That(Meant(search), Is.EqualTo(new[] { meant }));

    [TestCase("Image=a OR image=a", TestName = "only the case differs")]
    [TestCase("users=a", TestName = "a plural")]
    [TestCase("srcip=a src.ip=b", TestName = "other signs between words")]
    [TestCase("ip1=a ip2=a", TestName = "digits")]
    [TestCase("uid=1 uuid=1", TestName = "two short words")]
    [TestCase("x=1 | stats count by PresentImage", TestName = "two letters differ")]
    [TestCase("x=1 | stats count by usr", TestName = "a short word without a letter")]
    [TestCase("x=1 | stats count by date_wday", TestName = "a field that every event has of its time")]
    [TestCase("other=1 | stats count by another", TestName = "nothing near")]
    [TestCase("x=1 | eval Imagee=1 | where Imagee=1", TestName = "a column that the search makes")]
    public void Another_name_is_none(string search) => Assert.That(Meant(search), Is.Empty);

    [TestCase("x=1 | stats count by ParrentImage", "ParentImage", TestName = "a long name is told by what any source lists")]
    [TestCase("x=1 | stats count by sc_contnet_type", "sc_content_type", TestName = "a long word in it")]
    [TestCase("x=1 | stats count by cs_content_type", null, TestName = "another short word in it")]
    [TestCase("x=1 | stats count by Imgae", null, TestName = "a short name is not")]
    public void Where_nothing_describes_the_rules_own_events_long_names_tell(string search, string? meant) =>
        Assert.That(Meant(search, isDescribed: false), meant is null ? Is.Empty : Is.EqualTo(new[] { meant }));

    private static IEnumerable<string> Meant(string search, bool isDescribed = true)
    {
        var found = new DiagnosticBag();
        var own = isDescribed ? Known.Where(name => name is not "proto").ToImmutableArray() : [];
        var fields = new EventFields(own, FrozenDictionary<string, ImmutableArray<string>>.Empty, [], FrozenDictionary<string, FrozenSet<string>>.Empty, Known);
        SplCompiler.Compile(SearchText.Of(new SourceText("search.spl", search)), SplTest.Info, LookupSchemas.None, found, null, fields);
        return found.Where(one => one.Descriptor == DiagnosticTable.MisspeltField).Select(one => one.Fix!.Text);
    }
}
