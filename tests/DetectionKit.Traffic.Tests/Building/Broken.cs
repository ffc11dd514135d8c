using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Tests.Building;

/// <summary>An identifier with a bug: it reads behind the end of what was said.</summary>
internal sealed class Broken : Identifier
{
    public override string App => "broken";

    public override Carrier Carrier => Carrier.Both;

    public override ImmutableArray<Prefix> Prefixes { get; } = [Prefix.Any];

    public override Claim Inspect(in Utterance said) => said.Bytes[said.Bytes.Length] == 0 ? Claim.More : Claim.No;
}
