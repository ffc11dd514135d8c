using DetectionKit.Traffic.Flows;

namespace DetectionKit.Traffic.Tests.Flows;

/// <summary>Names by number: a member put in between must not shift them.</summary>
public sealed class WeirdNamesTests
{
    [Test]
    public void Each_name_is_its_members_in_snake_case([Values] Weird weird) =>
        Assert.That(WeirdNames.Name(weird).Replace("_", "", StringComparison.Ordinal), Is.EqualTo(weird.ToString().ToLowerInvariant()));

    [Test]
    public void There_is_a_name_for_each_and_no_more() => Assert.That(WeirdNames.All, Has.Length.EqualTo(Enum.GetValues<Weird>().Length));
}
