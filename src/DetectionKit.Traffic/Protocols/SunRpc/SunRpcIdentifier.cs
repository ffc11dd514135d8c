using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.SunRpc;

/// <summary>ONC RPC (RFC 5531): calls of any program but NFS, and replies to them.</summary>
internal sealed class SunRpcIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "sunrpc";

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
        return message.Program == RpcMessage.Nfs ? Claim.No : message.Claim;
    }
}
