using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Quic;

/// <summary>The frames that an Initial packet may hold: padding, ping, acknowledgements, CRYPTO, close (RFC 9000 section 12.4).</summary>
internal static class InitialFrames
{
    private const int MostRanges = 256;

    /// <summary>Gathers the CRYPTO frames; ends at the first frame that may not be there.</summary>
    /// <param name="frames">An opened packet's frames.</param>
    /// <param name="stream">Takes their data.</param>
    public static void Gather(ReadOnlySpan<byte> frames, CryptoStream stream)
    {
        var reader = new ByteReader(frames);
        while (reader.Left > 0)
        {
            switch (reader.U8())
            {
                case 0 or 1:
                    break;
                case 2:
                    PassAcknowledgement(ref reader, counts: 0);
                    break;
                case 3:
                    PassAcknowledgement(ref reader, counts: 3);
                    break;
                case 6:
                    if (!QuicInteger.TryRead(ref reader, out var offset) || !QuicInteger.TryRead(ref reader, out var length) || length > (ulong)reader.Left)
                        return;
                    stream.Add(offset, reader.Take((int)length));
                    break;
                default:
                    return;
            }
        }
    }

    private static void PassAcknowledgement(ref ByteReader reader, int counts)
    {
        QuicInteger.TryRead(ref reader, out _); // largest
        QuicInteger.TryRead(ref reader, out _); // delay
        if (!QuicInteger.TryRead(ref reader, out var ranges) || ranges > MostRanges)
        {
            reader.Skip(reader.Left);
            return;
        }

        for (var left = 1 + (2 * (int)ranges) + counts; left > 0; left--)
            QuicInteger.TryRead(ref reader, out _);
    }
}
