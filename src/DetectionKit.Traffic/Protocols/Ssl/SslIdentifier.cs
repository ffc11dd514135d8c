using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Ssl;

/// <summary>
/// TLS and SSL over TCP: chains of records (RFC 8446 section 5.1, RFC 5246 section 6.2, RFC 6101), their hello messages, and the hello of
/// SSL 2.0 (RFC 6101 appendix E).
/// </summary>
internal sealed class SslIdentifier : Identifier
{
    /// <inheritdoc/>
    public override string App => "ssl";

    /// <inheritdoc/>
    public override Carrier Carrier => Carrier.Tcp;

    /// <inheritdoc/>
    public override ImmutableArray<Prefix> Prefixes { get; } =
    [
        new(ByteSet.Range(20, 24), ByteSet.Of(1, 3)),
        new(ByteSet.Range(0x80, 0xBF), ByteSet.Any, ByteSet.Of(1, 4)),
        new(ByteSet.Range(0, 0x3F), ByteSet.Any, ByteSet.Any, ByteSet.Of(1)),
    ];

    /// <inheritdoc/>
    public override Claim Inspect(in Utterance said) =>
        said.Bytes[0] is >= 20 and <= 24 && (said.Bytes.Length < 2 || said.Bytes[1] is 1 or 3)
            ? TlsRecords.Judge(said.Bytes, said.Complete)
            : SslTwoHello.Judge(said.Bytes, said.Complete);
}
