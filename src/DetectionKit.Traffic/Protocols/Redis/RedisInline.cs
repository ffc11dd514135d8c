using System.Collections.Immutable;
using DetectionKit.Traffic.Protocols.Framework;
using DetectionKit.Traffic.Protocols.Parsing;

namespace DetectionKit.Traffic.Protocols.Redis;

/// <summary>Redis's inline commands (Redis, "RESP protocol spec", "Inline commands"): lines as people and exploits type them, in one case. One alone is little.</summary>
internal static class RedisInline
{
    private static readonly CommandWords Commands = new(
        new("PING", 16, Argument.None), new("INFO", 16, Argument.PerhapsOneWord), new("AUTH", 12, Argument.OneWord), new("SELECT", 16, Argument.Numbers), new("CONFIG GET", 24), new("CONFIG SET", 28), new("CONFIG REWRITE", 30), new("KEYS", 16, Argument.OneWord), new("SET", 12),
        new("FLUSHALL", 22), new("FLUSHDB", 22), new("SLAVEOF", 24), new("REPLICAOF", 24), new("MODULE LOAD", 24), new("EVAL", 14), new("BGSAVE", 22, Argument.None), new("SAVE", 14, Argument.None), new("DBSIZE", 22, Argument.None),
        new("CLIENT LIST", 22), new("COMMAND", 14), new("HGETALL", 20, Argument.OneWord), new("LPUSH", 18), new("HELLO 3", 16), new("INCR", 16, Argument.OneWord), new("DECR", 16, Argument.OneWord), new("LRANGE", 22), new("RPUSH", 18), new("LPOP", 14), new("RPOP", 14), new("LLEN", 16, Argument.OneWord), new("HSET", 18), new("HGET", 16), new("SADD", 18), new("SMEMBERS", 22, Argument.OneWord), new("ZADD", 18),
        new("MGET", 14), new("MSET", 14), new("EXISTS", 12), new("EXPIRE", 14), new("TTL", 12, Argument.OneWord), new("MONITOR", 18, Argument.None), new("GET", 8, Argument.OneWord), new("DEL", 8), new("ECHO", 8), new("QUIT", 4, Argument.None));

    /// <summary>What such a line begins with.</summary>
    public static ImmutableArray<Prefix> Prefixes => Commands.Prefixes;

    /// <summary>Judges what was said.</summary>
    public static Claim Judge(in Utterance said) => said.Bytes.Length > 1 && char.IsAsciiLetterUpper((char)said.Bytes[0]) != char.IsAsciiLetterUpper((char)said.Bytes[1]) ? Claim.No :
        Commands.Judge(said.Bytes, said.Complete, "inline commands", mayCarryText: false);
}
