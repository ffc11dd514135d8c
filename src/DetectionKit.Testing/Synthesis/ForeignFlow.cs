using System.Collections.Immutable;
using DetectionKit.Testing.Synthesis.Content;

namespace DetectionKit.Testing.Synthesis;

/// <summary>A flow whose bytes are no application protocol's: what every verdict has to leave unidentified.</summary>
/// <param name="Number">Which one of its series it is.</param>
/// <param name="Content">What its bytes are.</param>
/// <param name="Udp">Whether datagrams carry it; else a TCP stream.</param>
/// <param name="Handshake">TCP: whether it begins with a handshake; else it began before the capture.</param>
/// <param name="Messages">1 to 8 payloads of 16 to 1400 bytes, each with the side that says it (true: the first speaker).</param>
public sealed record ForeignFlow(int Number, ForeignContent Content, bool Udp, bool Handshake, ImmutableArray<ForeignMessage> Messages)
{
    private const int MostMessages = 8;
    private const int Smallest = 16;
    private const int Largest = 1400;

    /// <summary>Makes one flow of a series: the same series and number give the same bytes.</summary>
    /// <param name="series">The series' seed.</param>
    /// <param name="number">The flow's number in it.</param>
    public static ForeignFlow Make(int series, int number)
    {
        var random = new Random(unchecked((series * 1_000_003) + number));
        var content = ForeignContent.All[random.Next(ForeignContent.All.Length)];
        var udp = random.Next(2) == 0;
        var twoSided = random.Next(2) == 0;
        var sizes = Enumerable.Range(0, random.Next(1, MostMessages + 1)).Select(_ => Size(random)).ToArray();
        // Half of the flows are one file in pieces, the others say something anew each time.
        var whole = random.Next(2) == 0 ? content.Make(random, sizes.Sum()) : null;
        var messages = ImmutableArray.CreateBuilder<ForeignMessage>(sizes.Length);
        var at = 0;
        foreach (var size in sizes)
        {
            var bytes = whole is null ? content.Make(random, size)[..size] : whole[at..(at + size)];
            at += size;
            messages.Add(new(!twoSided || messages.Count % 2 == 0, bytes));
        }

        return new(number, content, udp, !udp && random.Next(2) == 0, messages.MoveToImmutable());
    }

    private static int Size(Random random) => random.Next(3) switch
    {
        0 => random.Next(Smallest, 64),
        1 => random.Next(Smallest, 400),
        _ => random.Next(Smallest, Largest + 1),
    };
}

/// <summary>One payload of a foreign flow.</summary>
/// <param name="FromFirst">Whether the first speaker says it.</param>
/// <param name="Bytes">The payload.</param>
public readonly record struct ForeignMessage(bool FromFirst, byte[] Bytes);
