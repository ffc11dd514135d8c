using System.CommandLine;
using DetectionKit.Traffic;

namespace DetectionKit.Cli.Inputs;

/// <summary>How captures are read, for every verb that reads some: <c>--overlap POLICY</c>, <c>--checksums</c>.</summary>
internal sealed class PacketOptions
{
    private static readonly (string Name, OverlapPolicy Policy)[] Policies =
    [
        ("linux", OverlapPolicy.Linux), ("first", OverlapPolicy.First), ("last", OverlapPolicy.Last), ("bsd", OverlapPolicy.Bsd),
        ("bsd-right", OverlapPolicy.BsdRight), ("windows", OverlapPolicy.Windows), ("solaris", OverlapPolicy.Solaris),
    ];

    private readonly Option<string> _overlap = new Option<string>("--overlap")
    {
        Description = "Whose bytes win where fragments or TCP segments overlap: as that kind of receiver keeps them.",
        HelpName = string.Join('|', Policies.Select(policy => policy.Name)),
        DefaultValueFactory = _ => Policies[0].Name,
    }.AcceptOnlyFromAmong([.. Policies.Select(policy => policy.Name)]);

    private readonly Option<bool> _checksums = new("--checksums") { Description = "Drop packets whose checksums are wrong (not for captures made on the sending host)." };

    /// <summary>Adds the options to a verb.</summary>
    /// <param name="verb">The verb.</param>
    public void AddTo(Command verb)
    {
        verb.Add(_overlap);
        verb.Add(_checksums);
    }

    /// <summary>What was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    public TrafficOptions Read(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_overlap);
        return TrafficOptions.Default with
        {
            Overlap = Policies.First(policy => string.Equals(policy.Name, name, StringComparison.Ordinal)).Policy,
            VerifyChecksums = parsed.GetValue(_checksums),
        };
    }
}
