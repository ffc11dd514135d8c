namespace DetectionKit.Language.Tests.Spl.Commands;

/// <summary><c>from</c> and <c>datamodel</c>: a data model's events as rows.</summary>
public sealed class DataModelCommandTests
{
    [TestCase("| from datamodel Web.Web", "(from datamodel Web.Web)")]
    [TestCase("| from datamodel:Web.Web", "(from datamodel Web.Web)")]
    [TestCase("| from datamodel:\"Web.Web\"", "(from datamodel Web.Web)")]
    [TestCase("| from datamodel:\"Authentication\".\"Failed_Authentication\"", "(from datamodel Authentication.Failed_Authentication)")]
    [TestCase("| from datamodel=Web", "(from datamodel Web)")]
    [TestCase("| from lookup:ports", "(from lookup ports)")]
    [TestCase("| datamodel Web Web search", "(datamodel Web.Web)")]
    [TestCase("| datamodel \"Risk\" \"All_Risk\" flat", "(datamodel Risk.All_Risk flat)")]
    public void Every_way_of_naming_a_dataset_is_read(string search, string expected) => Assert.That(SplTest.Syntax(search), Is.EqualTo(expected));

    [TestCase("| from datamodel Web.Web | where status=\"200\" AND url_length>3 | table _time _raw url")]
    [TestCase("| datamodel Web Web search | where 'Web.status'=\"200\" | rename Web.* as *")]
    [TestCase("| datamodel Web Web flat summariesonly=true | stats count by url")]
    [TestCase("| from inputlookup:ports | table app")]
    public void Fields_are_those_of_the_dataset(string search) => Assert.That(SplTest.Found(SplTest.Compile(search).Diagnostics), Is.Empty);

    [TestCase("| from datamodel Web.Web | stats count by «urll»", "DK3004 no row can have the field `urll` here: the commands before it leave `_time`, `_raw`, `host`, `source`, `sourcetype`, `action`, `app`, `bytes`, ...; did you mean `url`?")]
    [TestCase("| from datamodel «Wbe.Web» | stats count by url", "DK3001 unknown data model `Wbe`; did you mean `Web`?")]
    public void What_is_wrong_is_reported(string marked, string expected) => Assert.That(SplTest.Marked(marked), Is.EqualTo(expected));
}
