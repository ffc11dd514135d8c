using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using DetectionKit.Abstractions.Events;
using DetectionKit.Logs;

namespace DetectionKit.Benchmarks;

/// <summary>A log of 20,000 records in memory to its events: those of the data models alone, or raw ones too.</summary>
[MemoryDiagnoser]
public class LogBenchmarks
{
    private const int Records = 20_000;
    private byte[] _log = [];

    /// <summary>The format.</summary>
    [Params("zeek", "zeek-json", "paloalto")]
    public string Format { get; set; } = "zeek";

    /// <summary>Whether raw events are wanted too.</summary>
    [Params(false, true)]
    public bool Raw { get; set; }

    /// <summary>Makes the log; says how large it is.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _log = SyntheticLog.Make(Format, Records);
        Console.WriteLine($"// {Records} records, {_log.Length} bytes");
    }

    /// <summary>One run over the whole log.</summary>
    [Benchmark]
    public long Events()
    {
        var sink = new CountingSink(Raw ? EventInterest.All : new(null, FrozenSet<string>.Empty));
        LogReader.Read(new MemoryStream(_log, writable: false), new LogHints("bench"), sink, CancellationToken.None);
        return sink.Count;
    }

    private sealed class CountingSink(EventInterest interest) : IEventSink
    {
        public long Count { get; private set; }

        public EventInterest Interest => interest;

        public void OnModel<TEvent>(TEvent modelEvent)
            where TEvent : Abstractions.Models.ModelEvent => Count++;

        public void OnRaw(RawEvent rawEvent) => Count++;
    }
}

/// <summary>Logs of connections, each line a little different.</summary>
internal static class SyntheticLog
{
    private const string ZeekHeader =
        "#separator \\x09\n#set_separator\t,\n#empty_field\t(empty)\n#unset_field\t-\n#path\tconn\n"
        + "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes\tresp_bytes\tconn_state\tlocal_orig\tlocal_resp\tmissed_bytes\thistory\torig_pkts\torig_ip_bytes\tresp_pkts\tresp_ip_bytes\ttunnel_parents\n"
        + "#types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tinterval\tcount\tcount\tstring\tbool\tbool\tcount\tstring\tcount\tcount\tcount\tcount\tset[string]\n";

    public static byte[] Make(string format, int records)
    {
        var text = new StringBuilder(format is "zeek" ? ZeekHeader : "");
        for (var i = 0; i < records; i++)
        {
            var (port, host) = (1024 + (i % 60_000), i % 250);
            _ = format switch
            {
                "zeek" => text.Append(CultureInfo.InvariantCulture, $"{1700000000 + i}.5\tC{i:D16}\t10.20.3.{host}\t{port}\t203.0.113.80\t443\ttcp\tssl\t0.005\t100\t2000\tSF\tT\tF\t0\tShADadFf\t8\t{400 + host}\t8\t2183\t-\n"),
                "zeek-json" => text.Append(CultureInfo.InvariantCulture, $"{{\"ts\":{1700000000 + i}.5,\"uid\":\"C{i:D16}\",\"id.orig_h\":\"10.20.3.{host}\",\"id.orig_p\":{port},\"id.resp_h\":\"203.0.113.80\",\"id.resp_p\":443,\"proto\":\"tcp\",\"service\":\"ssl\",\"duration\":0.005,\"orig_bytes\":100,\"resp_bytes\":2000,\"conn_state\":\"SF\",\"local_orig\":true,\"local_resp\":false,\"missed_bytes\":0,\"history\":\"ShADadFf\",\"orig_pkts\":8,\"orig_ip_bytes\":{400 + host},\"resp_pkts\":8,\"resp_ip_bytes\":2183}}\n"),
                _ => text.Append(CultureInfo.InvariantCulture, $"Nov 21 22:49:27 fw1 1,2026/11/21 22:49:27,007200000001,TRAFFIC,end,2561,2026/11/21 22:49:27,10.20.3.{host},203.0.113.80,0.0.0.0,0.0.0.0,out,,,ssl,vsys1,inside,outside,ethernet1/2,ethernet1/1,to-syslog,2026/11/21 22:49:27,{i},1,{port},443,0,0,0x19,tcp,allow,3336,{400 + host},2183,16,2026/11/21 22:49:27,0,any,,{i},0x0,Reserved,Reserved,,8,8,tcp-fin,0,0,0,0,,fw1,from-policy,,,0,,0,,N/A,0,0,0,0,00000000-0000-0000-0000-000000000001,0,0\n"),
            };
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
