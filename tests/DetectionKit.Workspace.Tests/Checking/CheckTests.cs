using DetectionKit.Language.Diagnostics;

namespace DetectionKit.Workspace.Tests.Checking;

public sealed class CheckTests
{
    [Test]
    public void The_public_detections_have_no_error_before_the_search_and_the_second_check_compiles_nothing()
    {
        var cache = Directory.CreateTempSubdirectory("dk-check-").FullName;
        var options = new WorkspaceOptions(Repository.Corpus("splunk")) { ContentFolder = ".", CacheFolder = cache };
        try
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var first = DetectionWorkspace.Open(options).Check(["detections"]);
            TestContext.Out.WriteLine($"cold {clock.ElapsedMilliseconds} ms, {first.Compiled} compiled, {first.Runnable.Count()} run");
            foreach (var group in first.Diagnostics.GroupBy(found => found.Descriptor.Code, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
                TestContext.Out.WriteLine($"{group.Key} {group.First().Severity} {group.Count()}  {group.First().Span.Source.Path}:{group.First().Span.Start} {group.First().Message}");
            clock.Restart();
            var second = DetectionWorkspace.Open(options).Check(["detections"]);
            TestContext.Out.WriteLine($"warm {clock.ElapsedMilliseconds} ms");
            Assert.That(second.Compiled, Is.Zero);
            Assert.That(second.Diagnostics.Select(Describe), Is.EqualTo(first.Diagnostics.Select(Describe)));
            var errors = first.Diagnostics.Where(found => found.Severity == Severity.Error && IsOfTheFileItself(found));
            Assert.That(errors.Select(Describe), Is.Empty);
        }
        finally
        {
            Directory.Delete(cache, recursive: true);
        }
    }

    [Test]
    public void This_repository_s_own_detections_follow_the_schema()
    {
        var options = new WorkspaceOptions(Repository.Root) { UseCache = false };
        var result = DetectionWorkspace.Open(options).Check([]);
        Assert.That(result.Diagnostics.Where(IsOfTheFileItself).Select(Describe), Is.Empty);
    }

    private static bool IsOfTheFileItself(Diagnostic found) => string.CompareOrdinal(found.Descriptor.Code, "DK2") < 0;

    private static string Describe(Diagnostic found) =>
        $"{found.Span.Source.Path}:{found.Span.Start.Line}:{found.Span.Start.Column} {found.Descriptor.Code} {found.Message} ({found.Labels.Length}) {found.Fix?.Text}";
}
