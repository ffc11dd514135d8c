using System.Text;

namespace DetectionKit.Cli.Terminals;

/// <summary>Standard error as text. What is said there is not what was asked for: where it cannot be written (closed, a full disk), it is let go, and the verb goes on.</summary>
internal sealed class StandardError : TextWriter
{
    private StandardError()
        : base(System.Globalization.CultureInfo.InvariantCulture)
    {
    }

    /// <summary>The only one. The console is asked for when something is said.</summary>
    public static StandardError Writer { get; } = new();

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override void Write(char value) => Try(value, static (writer, value) => writer.Write(value));

    /// <inheritdoc/>
    public override void Write(string? value) => Try(value, static (writer, value) => writer.Write(value));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Try(value, static (writer, value) => writer.WriteLine(value));

    private static void Try<TValue>(TValue value, Action<TextWriter, TValue> write)
    {
        try
        {
            write(Console.Error, value);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nowhere to say it.
        }
    }
}
