using System.Collections.Immutable;
using DetectionKit.Abstractions.Events;
using DetectionKit.Abstractions.Lookups;

namespace DetectionKit.Compiler.Tests.Searches;

/// <summary>One search over a few events, with the rows that it must give.</summary>
/// <param name="Name">What it shows, and the page of Splunk's manual that says so.</param>
/// <param name="Events">The events in the order in which they come.</param>
/// <param name="Search">The search.</param>
/// <param name="Rows">The rows as JSON, worked out by hand.</param>
internal sealed record SearchCase(string Name, ImmutableArray<RawEvent> Events, string Search, ImmutableArray<string> Rows)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>
/// A file of cases. A case is a heading (<c>## what it shows</c>), events (one JSON object a line), the search (behind <c>&gt;</c>, on one line or more) and the
/// rows (one JSON object a line). A case without events has those of the case before it. <c>@lookup name option=value...</c> begins a table that ends at an empty line.
/// </summary>
/// <param name="Cases">The cases in order.</param>
/// <param name="Lookups">The tables.</param>
internal sealed record CaseFile(ImmutableArray<SearchCase> Cases, ImmutableArray<LookupTable> Lookups)
{
    /// <summary>Reads a file.</summary>
    public static CaseFile Read(string path)
    {
        var cases = ImmutableArray.CreateBuilder<SearchCase>();
        var lookups = ImmutableArray.CreateBuilder<LookupTable>();
        string[] blocks = File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        ImmutableArray<RawEvent> events = [];
        foreach (var lines in blocks.Select(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Where(lines => lines.Length > 0))
        {
            if (lines[0].StartsWith("@lookup ", StringComparison.Ordinal))
            {
                lookups.Add(CaseTable.Read(lines));
                continue;
            }

            Assert.That(lines[0], Does.StartWith("## "), path);
            var search = lines.Select((line, i) => (line, i)).Where(pair => pair.line.StartsWith('>')).ToArray();
            Assert.That(search, Is.Not.Empty, lines[0]);
            if (search[0].i > 1)
                events = [.. lines[1..search[0].i].Select(CaseEvent.Read)];
            cases.Add(new SearchCase(lines[0][3..], events, string.Join('\n', search.Select(pair => pair.line[1..].Trim())), [.. lines[(search[^1].i + 1)..]]));
        }

        return new CaseFile(cases.ToImmutable(), lookups.ToImmutable());
    }
}
