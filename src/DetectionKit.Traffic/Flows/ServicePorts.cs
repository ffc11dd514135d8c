using System.Collections;

namespace DetectionKit.Traffic.Flows;

/// <summary>
/// Ports that services listen on: all below 1024, and well-used ones above that are registered (IANA) or customary. They orient flows whose
/// bytes do not; no verdict reads them.
/// </summary>
internal static class ServicePorts
{
    private static readonly BitArray Known = Build();

    /// <summary>Whether a service is expected on that port.</summary>
    /// <param name="port">The port.</param>
    public static bool Contains(int port) => Known[port];

    private static BitArray Build()
    {
        var known = new BitArray(65536);
        for (var port = 1; port < 1024; port++)
            known[port] = true;
        foreach (var port in Above1023)
            known[port] = true;
        return known;
    }

    private static ReadOnlySpan<ushort> Above1023 =>
    [
        1080, 1194, 1352, 1433, 1434, 1521, 1645, 1646, 1701, 1720, 1723, 1812, 1813, 1883, 1900, 1935, 2000, 2049, 2055, 2123, 2152, 2181, 2222,
        2375, 2376, 2379, 2404, 2427, 2483, 2484, 2727, 2775, 3000, 3128, 3260, 3268, 3269, 3306, 3389, 3478, 3479, 3544, 3632, 3690, 3702, 3784,
        3868, 4070, 4222, 4369, 4443, 4500, 4569, 4712, 4713, 4739, 4789, 4840, 5000, 5004, 5005, 5050, 5060, 5061, 5222, 5223, 5269, 5349, 5351,
        5353, 5355, 5432, 5555, 5601, 5671, 5672, 5683, 5684, 5900, 5901, 5938, 5985, 5986, 6000, 6343, 6346, 6379, 6443, 6514, 6633, 6653, 6660,
        6667, 6697, 6800, 6881, 7000, 7001, 7070, 7680, 8000, 8008, 8009, 8080, 8081, 8086, 8088, 8125, 8291, 8333, 8400, 8443, 8554, 8883, 8888,
        9000, 9001, 9042, 9092, 9093, 9100, 9200, 9300, 9418, 9600, 9993, 9995, 9999, 10000, 10050, 10051, 11211, 11371, 15672, 17500, 20000, 25565,
        25826, 27015, 27017, 30303, 33434, 34962, 34963, 34964, 41641, 44818, 47808, 50000, 50051, 51820, 61616,
    ];
}
