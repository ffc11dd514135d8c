using System.CommandLine;
using DetectionKit.Traffic;

namespace DetectionKit.Cli.Inputs;

/// <summary>How captures are read, for every verb that reads some: <c>--overlap POLICY</c>, <c>--checksums</c>.</summary>
internal sealed class PacketOptions
{
    private static readonly string[] Names = ["linux", "first", "last", "bsd", "bsd-right", "windows", "solaris"];

    private static readonly OverlapPolicy[] Policies =
    [
        OverlapPolicy.Linux, OverlapPolicy.First, OverlapPolicy.Last, OverlapPolicy.Bsd, OverlapPolicy.BsdRight, OverlapPolicy.Windows, OverlapPolicy.Solaris,
    ];

    private readonly Option<string> _overlap = new Option<string>("--overlap")
    {
        Description = "Whose bytes win where fragments or TCP segments overlap: as that kind of receiver keeps them.",
        HelpName = string.Join('|', Names),
        DefaultValueFactory = _ => Names[0],
    }.AcceptOnlyFromAmong(Names);

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
        return TrafficOptions.Default with
        {
            Overlap = Policies[Names.IndexOf(parsed.GetRequiredValue(_overlap))],
            VerifyChecksums = parsed.GetValue(_checksums),
        };
    }
}
