namespace DetectionKit.Cli.Output;

/// <summary>One job's output: kept until its turn, then written through.</summary>
/// <param name="output">Where all of them go.</param>
/// <param name="number">The job.</param>
/// <param name="turns">Whose turn it is.</param>
internal sealed class TurnStream(Stream output, int number, Turns turns) : Stream
{
    /// <summary>How many bytes a job may keep before it waits.</summary>
    private const int MostKept = 4 << 20;

    private readonly MemoryStream _kept = new();

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_kept.Length + buffer.Length > MostKept)
            turns.Await(number);
        if (turns.Has(number))
        {
            WriteKept();
            output.Write(buffer);
        }
        else
        {
            _kept.Write(buffer);
        }
    }

    /// <summary>Waits for the job's turn and writes what was kept.</summary>
    public void WriteAll()
    {
        turns.Await(number);
        WriteKept();
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private void WriteKept()
    {
        if (_kept.Length == 0)
            return;
        _kept.WriteTo(output);
        _kept.SetLength(0);
    }
}
