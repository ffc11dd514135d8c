namespace DetectionKit.Cli.Terminals;

/// <summary>Nobody reads standard output any more (<c>dk flows FILE | head</c>): the work ends, quietly.</summary>
internal sealed class BrokenPipeException : IOException
{
    /// <summary>With the failure that told.</summary>
    /// <param name="inner">The failure.</param>
    public BrokenPipeException(IOException inner)
        : base("standard output was closed", inner)
    {
    }
}
