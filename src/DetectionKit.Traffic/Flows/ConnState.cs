using DetectionKit.Traffic.Packets;

namespace DetectionKit.Traffic.Flows;

/// <summary>Zeek's <c>conn_state</c>: how a flow began and ended, as one of thirteen words.</summary>
internal static class ConnState
{
    /// <summary>The word for a flow.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="originator">Which end is the originator.</param>
    public static string Of(in Flow flow, int originator)
    {
        ref readonly var orig = ref originator == 0 ? ref flow.A : ref flow.B;
        ref readonly var resp = ref originator == 0 ? ref flow.B : ref flow.A;
        return flow.Key.Protocol switch
        {
            IpProtocol.Tcp => Tcp(orig.Facts, resp.Facts, resp.Packets),
            IpProtocol.Udp or IpProtocol.UdpLite => Udp(orig.Packets, resp.Packets),
            _ => "OTH",
        };
    }

    private static string Udp(uint orig, uint resp) => (orig > 0, resp > 0) switch
    {
        (true, true) => "SF",
        (true, false) => "S0",
        (false, true) => "SHR",
        (false, false) => "OTH",
    };

    private static string Tcp(SideFacts orig, SideFacts resp, uint answers)
    {
        var syn = (orig & SideFacts.Syn) != 0;
        var synAck = (resp & (SideFacts.SynAck | SideFacts.Syn)) != 0;
        var fins = ((orig & SideFacts.Fin) != 0, (resp & SideFacts.Fin) != 0);
        if ((orig & SideFacts.Rst) != 0)
            return syn && answers == 0 ? "RSTOS0" : syn && synAck ? "RSTO" : "OTH";
        if ((resp & SideFacts.Rst) != 0)
            return (syn, synAck) switch { (true, true) => "RSTR", (true, false) => "REJ", (false, true) => "RSTRH", (false, false) => "OTH" };
        return (syn, synAck) switch
        {
            (true, true) => fins switch { (true, true) => "SF", (true, false) => "S2", (false, true) => "S3", (false, false) => "S1" },
            (true, false) when fins.Item1 && answers == 0 => "SH",
            (true, false) when answers == 0 => "S0",
            (false, true) when fins.Item2 => "SHR",
            _ => fins is (true, true) ? "SF" : "OTH",
        };
    }
}
