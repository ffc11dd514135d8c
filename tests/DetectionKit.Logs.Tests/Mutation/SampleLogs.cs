namespace DetectionKit.Logs.Tests.Mutation;

/// <summary>A small log of each text source.</summary>
internal static class SampleLogs
{
    private static readonly Dictionary<string, (long Records, string Text)> Samples = new(StringComparer.Ordinal)
    {
        ["json"] = (3, """
            {"_time":1700000000.5,"host":"h","sourcetype":"t","a":{"b":[1,2,{"c":"x\u00e4"}]},"n":1.5}
            {"timestamp":"2024-03-05T10:00:00.123Z","message":"text","list":["a","b"],"flag":true,"none":null}
            {"eventTime":"2024-03-05T10:00:00Z","eventSource":"iam.amazonaws.com","eventName":"CreateUser","awsRegion":"us-east-1","eventVersion":"1.08"}
            """),
        ["json documents"] = (2, "[\n  {\n    \"time\": \"2024-03-05T10:00:00Z\",\n    \"a\": {\"b\": \"{\"}\n  },\n  {\n    \"time\": 1700000000,\n    \"a\": [1, 2]\n  }\n]\n"),
        ["zeek"] = (2, """
            #separator \x09
            #set_separator	,
            #empty_field	(empty)
            #unset_field	-
            #path	conn
            #fields	ts	uid	id.orig_h	id.orig_p	id.resp_h	id.resp_p	proto	service	duration	orig_bytes	resp_bytes	conn_state	tunnel_parents
            #types	time	string	addr	port	addr	port	enum	string	interval	count	count	string	set[string]
            1700000000.500000	Cabc	10.0.0.5	50000	192.0.2.7	8080	tcp	http	1.5	100	2000	SF	(empty)
            1700000001.500000	Cabd	fe80::1	50001	ff02::fb	5353	udp	dns	-	-	-	S0	Ca,Cb
            #close	2024-01-01-00-00-00
            """.Replace("            ", "", StringComparison.Ordinal)),
        ["zeek json"] = (2, """
            {"ts":1700000000.5,"uid":"Cabc","id.orig_h":"10.0.0.5","id.orig_p":50000,"id.resp_h":"192.0.2.7","id.resp_p":8080,"proto":"tcp","service":"http","conn_state":"SF","orig_ip_bytes":420}
            {"ts":1700000000.0,"uid":"Cd","id.orig_h":"10.0.0.5","id.orig_p":5353,"id.resp_h":"10.0.0.1","id.resp_p":53,"proto":"udp","trans_id":7,"rtt":0.02,"query":"example.com","qtype_name":"A","rcode_name":"NOERROR","answers":["192.0.2.1"],"TTLs":[60.0]}
            """),
        ["pan"] = (2, """
            Mar  5 10:00:01 fw1 1,2024/03/05 10:00:01,0123456789,TRAFFIC,end,2562,2024/03/05 10:00:00,10.20.3.14,203.0.113.80,198.51.100.1,203.0.113.80,out-web,corp\ann,,web-browsing,vsys1,trust,untrust,ethernet1/2,ethernet1/1,default,2024/03/05 10:00:00,4711,1,50624,8088,11024,8088,0x400053,tcp,allow,7419,810,6609,25,2024/03/05 09:59:00,58,any
            <14>1 2024-03-05T10:00:01Z fw1 - - - - 1,2024/03/05 10:00:01,0123456789,THREAT,url,2562,2024/03/05 10:00:00,10.20.3.14,203.0.113.80,0.0.0.0,0.0.0.0,out-web,,,web-browsing,vsys1,trust,untrust,ethernet1/2,ethernet1/1,default,,4711,1,50624,443,0,0,0x0,tcp,alert,"example.net/a?b=""c"" d",(9999),news,informational
            """),
        ["eve"] = (2, """
            {"timestamp":"2024-03-05T10:00:00.500000+0000","flow_id":7,"in_iface":"eth0","event_type":"flow","src_ip":"10.20.3.14","src_port":50000,"dest_ip":"203.0.113.80","dest_port":8088,"proto":"TCP","app_proto":"tls","flow":{"pkts_toserver":6,"bytes_toserver":640,"age":108}}
            {"timestamp":"2024-03-05T10:00:00.5+0000","event_type":"dns","src_ip":"10.0.0.1","src_port":53,"dest_ip":"10.20.3.14","dest_port":40000,"proto":"UDP","dns":{"type":"answer","rcode":"NOERROR","rrname":"a.b","rrtype":"A","answers":[{"rrname":"a.b","ttl":1,"rdata":"192.0.2.1"}]}}
            """),
        ["csv"] = (3, "_time,host,sourcetype,a,b\n2024-03-05T10:00:00Z,h,my:type,1,\"x \"\"y\"\"\nz\"\n1700000000,h,my:type,2,\n1700000001,h,my:type,3,plain\n"),
        ["nginx"] = (3, """
            198.51.100.1 - bob [22/Feb/2024:13:00:00 -0500] "POST /a/b?c=d HTTP/1.1" 404 123 "http://r.example/x" "curl/8" "-"
            198.51.100.2 - - [22/Feb/2024:13:00:01 -0500] "\x16\x03\x01" 400 157 "-" "-"
            2024/02/22 13:00:00 [error] 12#13: *4 open() "/x" failed (2: No such file), client: 198.51.100.1, server: www, request: "GET /x HTTP/1.1", host: "www"
            """),
        ["vpc flow"] = (2, "version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n2 1 eni-1 10.0.1.30 203.0.113.1 47254 22 17 2 98 1697608042 1697608070 REJECT OK\n2 1 eni-1 - - - - - - - 1697608042 1697608070 - NODATA\n"),
        ["w3c"] = (2, "#Software: Microsoft Internet Information Services 10.0\n#Fields: date time c-ip cs-method cs-uri-stem cs(User-Agent) sc-status time-taken\n2024-03-05 10:00:01 192.0.2.1 GET /a \"x \"\"y\"\"\" 200 5\n2024-03-05 10:00:02 192.0.2.2 POST /b - 404 6\n"),
        ["cisco"] = (3, """
            <166>Mar  5 10:00:01 fw1 : %ASA-6-302013: Built outbound TCP connection 7 for outside:192.0.2.1/8088 (192.0.2.1/8088) to inside:10.0.0.5/50000 (203.0.113.5/50000)
            Mar  5 10:00:02 fw1 %ASA-6-113005: AAA user authentication Rejected : reason = AAA failure : server = 10.0.0.9 : user = kim : user IP = 192.0.2.1
            <189>77: sw1: 000123: *Mar  5 2024 10:00:01.123: %SISF-4-MAC_THEFT: MAC Theft Cand IP=10.0.0.7 VLAN=12 MAC=0011.2233.4455 IF=GigabitEthernet1/0/5
            """),
        ["text"] = (3, "Mar  5 10:00:01 box prog[12]: user=ann cmd=\"a b\" n=3\n2024-03-05T10:00:01Z x=1, y='2'\nplain words only\n"),
    };

    public static IReadOnlyDictionary<string, string> All { get; } = Samples.ToDictionary(pair => pair.Key, pair => pair.Value.Text, StringComparer.Ordinal);

    public static long Records(string name) => Samples[name].Records;
}
