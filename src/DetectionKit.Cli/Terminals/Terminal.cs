using System.Text;

namespace DetectionKit.Cli.Terminals;

/// <summary>Where a verb writes: results to standard output, everything said about them to standard error.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly bool _quiet;
    private readonly bool _color;
    private StreamWriter? _text;

    private Terminal(bool quiet, bool color, Stream? output)
    {
        _quiet = quiet;
        _color = color;
        IsOutputRead = output is null && StandardOutput.IsTerminal;
        Output = output ?? StandardOutput.Open();
    }

    /// <summary>Standard output as bytes, buffered.</summary>
    public Stream Output { get; }

    /// <summary>Standard output as text; use this or <see cref="Output"/>, not both.</summary>
    public TextWriter Text => _text ??= new StreamWriter(Output, new UTF8Encoding(false), 1 << 12) { NewLine = "\n" };

    /// <summary>Standard error.</summary>
    public TextWriter Error => StandardError.Writer;

    /// <summary>Whether a person reads standard output; else a file or another program takes it.</summary>
    public bool IsOutputRead { get; }

    /// <summary>Whether text on standard output may be coloured.</summary>
    public bool OutputColor => _color && IsOutputRead;

    /// <summary>Whether text on standard error may be coloured.</summary>
    public bool ErrorColor => _color && !Console.IsErrorRedirected;

    /// <summary>Whether a person watches standard error, so that progress may be drawn.</summary>
    public bool ShowsProgress => !_quiet && !Console.IsErrorRedirected;

    /// <summary>Opens it.</summary>
    /// <param name="quiet">Whether remarks are left out.</param>
    /// <param name="noColor">Whether colours are refused.</param>
    /// <param name="output">Takes results; null: standard output does.</param>
    public static Terminal Open(bool quiet, bool noColor, Stream? output) =>
        new(quiet, !noColor && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")), output);

    /// <summary>Says something that a script can do without.</summary>
    /// <param name="message">A line.</param>
    public void Remark(string message)
    {
        if (!_quiet)
            Error.WriteLine(message);
    }

    /// <summary>Says what went wrong.</summary>
    /// <param name="message">A line without the program's name.</param>
    public void Fail(string message) => Error.WriteLine($"dk: {message}");

    /// <inheritdoc/>
    public void Dispose()
    {
        _text?.Dispose();
        Output.Dispose();
    }
}
