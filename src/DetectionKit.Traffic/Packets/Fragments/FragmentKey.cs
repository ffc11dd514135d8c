namespace DetectionKit.Traffic.Packets.Fragments;

// Not a structure: for one a dictionary would ask for its default comparer, which is compiled as the program runs, even where another is given.
/// <summary>Which datagram a fragment belongs to (RFC 791 section 3.2, RFC 8200 section 4.5).</summary>
internal sealed record FragmentKey(
    ulong SourceHigh, ulong SourceLow, ulong DestinationHigh, ulong DestinationLow, uint Id, byte Protocol, byte Version, uint Context)
{
    /// <summary>A fragment's.</summary>
    public static FragmentKey Of(in Packet p) => new(
        p.SourceHigh, p.SourceLow, p.DestinationHigh, p.DestinationLow, p.FragmentId, p.IpVersion == 4 ? p.Protocol : (byte)0, p.IpVersion, p.Context);
}
