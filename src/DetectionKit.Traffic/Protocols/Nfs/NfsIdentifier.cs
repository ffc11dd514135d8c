using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.SunRpc;
namespace DetectionKit.Traffic.Protocols.Nfs;

/// <summary>NFS, versions 2 to 4 (RFC 1094, RFC 1813, RFC 7530): ONC RPC of program 100003.</summary>
internal sealed class NfsIdentifier : Identifier
{
    private const int Answer = 8;

    /// <inheritdoc/>
    public override string App => "nfs";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Both;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } = [RpcMessage.Datagram];

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> PrefixesOver(Carrier carrier) => carrier == Carrier.Tcp ? [RpcMessage.RecordMark] : Prefixes;

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said)
    {
        var message = RpcMessage.Read(said);
        if (message.Program == RpcMessage.Nfs || message.Claim.Kind == ClaimKind.More)
            return message.Claim;
        // An answer whose call is not at hand may be anybody's: it does not contradict.
        return message is { Program: 0, Claim: { Kind: ClaimKind.Yes, Role: Role.Server } } ? Claim.Yes(Answer, Role.Server, "answer") : Claim.No;
    }
}
