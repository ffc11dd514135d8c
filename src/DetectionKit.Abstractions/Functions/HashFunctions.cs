using System.Security.Cryptography;
using System.Text;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Abstractions.Functions;

/// <summary>Hashes of a text's UTF-8 bytes, in lower-case hexadecimal (Splunk Search Reference, "Cryptographic functions").</summary>
public static class HashFunctions
{
    /// <summary><c>md5(text)</c></summary>
    /// <param name="text">The text.</param>
    [EvalFunction("md5")]
    public static Value Md5(Value text) => Of(text, MD5.HashData);

    /// <summary><c>sha1(text)</c></summary>
    /// <param name="text">The text.</param>
    [EvalFunction("sha1")]
    public static Value Sha1(Value text) => Of(text, SHA1.HashData);

    /// <summary><c>sha256(text)</c></summary>
    /// <param name="text">The text.</param>
    [EvalFunction("sha256")]
    public static Value Sha256(Value text) => Of(text, SHA256.HashData);

    /// <summary><c>sha512(text)</c></summary>
    /// <param name="text">The text.</param>
    [EvalFunction("sha512")]
    public static Value Sha512(Value text) => Of(text, SHA512.HashData);

    private static Value Of(Value text, Func<byte[], byte[]> hash) =>
        TextFunctions.Each(text, item => Value.Of(Convert.ToHexStringLower(hash(Encoding.UTF8.GetBytes(item)))));
}
