using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.NetBiosSsn;

/// <summary>NetBIOS session service (RFC 1002 section 4.3) that was set up but carried no SMB, as far as was seen.</summary>
internal sealed class NetBiosSsnIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "netbios-ssn";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [NetBiosSession.Prefix];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        if (said.Bytes[0] == 0)
            return Claim.No;
        var setup = NetBiosSession.SetupLength(said.Bytes);
        if (setup < 0)
            return Claim.No;

        // SMB claims it as soon as a message follows.
        if (setup == 0 || !said.Complete)
            return said.TooShort;
        return said.Bytes.Length >= setup && (said.Bytes[0] == 0x81 || said.Bytes.Length == setup || IsMessage(said.Bytes[setup..])) ? Claim.Yes(said.Bytes[0] == 0x81 ? 38 : 26, said.Bytes[0] == 0x81 ? Role.Client : Role.Server, "session set-up") : Claim.No;
    }

    /// <summary>Whether a session message may follow: its type, then a length that is not 0.</summary>
    private static bool IsMessage(ReadOnlySpan<byte> bytes) => bytes[0] == 0 && (bytes.Length < 4 || (bytes[1] <= 1 && (bytes[2] | bytes[3]) != 0));
}
