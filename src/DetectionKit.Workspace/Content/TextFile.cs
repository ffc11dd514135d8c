using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using DetectionKit.Language.Diagnostics;
using DetectionKit.Language.Text;

namespace DetectionKit.Workspace.Content;

/// <summary>A file's bytes with their hash; its text is made when asked for.</summary>
internal sealed class TextFile
{
    private readonly byte[] _bytes;
    private SourceText? _source;

    private TextFile(string fullPath, string shownPath, byte[] bytes, string? failure)
    {
        FullPath = fullPath;
        ShownPath = shownPath;
        Failure = failure;
        _bytes = bytes;
        Hash = Convert.ToHexString(SHA256.HashData(bytes));
    }

    public string FullPath { get; }

    public string ShownPath { get; }

    /// <summary>SHA-256 of the bytes.</summary>
    public string Hash { get; }

    /// <summary>Why it could not be read, or null.</summary>
    public string? Failure { get; }

    /// <summary>The text without a byte order mark; bad UTF-8 becomes U+FFFD.</summary>
    public SourceText Source => _source ??= new SourceText(ShownPath, Encoding.UTF8.GetString(WithoutMark(_bytes)));

    public static TextFile Read(string fullPath, string shownPath)
    {
        try
        {
            return new TextFile(fullPath, shownPath, File.ReadAllBytes(fullPath), null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return new TextFile(fullPath, shownPath, [], exception is FileNotFoundException or DirectoryNotFoundException ? "it does not exist" : exception.Message);
        }
    }

    /// <summary>Whether the text is the bytes' whole content: UTF-8 from end to end.</summary>
    public bool IsUtf8 => Utf8.IsValid(_bytes);

    /// <summary>Reports a file that could not be read, and one that is no UTF-8.</summary>
    /// <returns>Whether nothing could be read.</returns>
    public bool ReportFailure(DiagnosticBag diagnostics)
    {
        if (Failure is null)
        {
            var lost = IsUtf8 ? -1 : Source.Text.IndexOf('\uFFFD', StringComparison.Ordinal);
            if (lost >= 0)
                diagnostics.Report(DiagnosticTable.NoUtf8, new SourceSpan(Source, new TextSpan(lost, 1)));
            return false;
        }

        diagnostics.Report(DiagnosticTable.UnreadableFile, new SourceSpan(Source, new TextSpan(0, 0)), Failure);
        return true;
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
}
