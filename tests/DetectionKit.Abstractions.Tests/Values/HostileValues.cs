using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Tests.Values;

/// <summary>Values that whoever writes a log could put there for a function or a command to stumble over.</summary>
internal static class HostileValues
{
    public static Value[] All { get; } =
    [
        Value.Null,
        Value.Of(0),
        Value.Of(-1),
        Value.Of(3),
        Value.Of(64),
        Value.Of(long.MaxValue),
        Value.Of(long.MinValue),
        Value.Of(-0.0),
        Value.Of(1e-320),
        Value.Of(1e308),
        Value.Of(-1e308),
        Value.Of(9_199_999_999.5),
        .. new[]
        {
            "", " ", "\0", "a", "nan", "inf", "-inf", "Infinity", "1e400", "0x1F", "99999999999999999999", "-9223372036854775808", "\ud800", "x\udc00y", "\U0001F600",
            "{\"a\":\"\\ud800\"}", "{\"a\":{\"b\":[1,{\"c\":null}]},\"a.b\":2}", "[1,[2,[3]]]", "{\"\\udc00\":1}", "{\"a\":1,\"a\":2}", "[", "<a><b c='1'>x</b><b/></a>", "<a", "a{}.b", "a{0}.b{}", "{}", "a{-1}", ".",
            "(", "(a*)*$", "[[:alpha:]]+(?<n>x)?", "\\", "\\1", "%", "%d%s%*d", "%-+0'999.999f", "%c%x%e", "%Y-%m-%dT%H:%M:%S.%9N%z", "9999-12-31T23:59:60.999999999-1400", "0001-01-01", "%s", "%j %U %V %G",
            "-1mon@mon", "@w7", "-2147483647q", "+99999999y", "now", "1d", "$a$", "10.0.0.0/8", "::1", "255.255.255.255", "0.0.0.0/0", "commas", "duration", "hex", "true", "*", "_", "a|b|c",
        }.Select(Value.Of),
        Value.OfMany([Value.Of("a"), Value.Of("1"), Value.Of(2)]),
        Value.OfMany(Enumerable.Range(0, 100).Select(number => Value.Of(number % 7))),
        Value.Of(new string('(', 2000)),
        Value.Of(new string('[', 2000)),
        Value.Of(string.Concat(Enumerable.Repeat("a{}.", 200))),
    ];
}
