using DetectionKit.Engine.Text;
using FsCheck;
using FsCheck.Fluent;

namespace DetectionKit.Engine.Tests.Text;

internal sealed class PartAutomatonTests
{
    // Few characters, so that parts overlap, begin and end each other; and those that only a comparison without case takes for ASCII.
    private static readonly char[] Characters = ['a', 'A', 'b', 'i', 'S', 'k', '\\', '\u0131', '\u017F', '\u212A', '\u00E4', '\u4E2D'];

    [Test]
    public void It_finds_each_part_that_a_search_one_by_one_finds()
    {
        var words = Gen.Elements(Characters).ArrayOf().Select(characters => new string(characters));
        var parts = words.Select(word => new string([.. word.Where(char.IsAscii).Take(5)])).Where(part => part.Length > 0).ArrayOf();
        Prop.ForAll(Arb.From(parts), Arb.From(words), (all, text) =>
        {
            var found = Found(all, text);
            foreach (var (part, i) in all.Select((part, i) => (part, i)))
            {
                if (text.Contains(part, StringComparison.OrdinalIgnoreCase) && !found.Contains(i))
                    return false;
                if (found.Contains(i) && text.All(char.IsAscii) && !text.Contains(part, StringComparison.OrdinalIgnoreCase))
                    return false;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(25));
    }

    [Test]
    public void It_needs_no_parts() => Assert.That(Found([], "abc"), Is.Empty);

    private static HashSet<int> Found(string[] parts, string text)
    {
        var automaton = new PartAutomaton<int>(parts.Select((part, i) => (part, i)));
        var found = new HashSet<int>();
        var (at, state) = (0, PartAutomaton<int>.Start);
        while (automaton.Next(text, ref at, ref state))
            found.UnionWith(automaton.At(state).ToArray());
        return found;
    }
}
