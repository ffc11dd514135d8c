namespace DetectionKit.Language.Spl.Top;

/// <summary><c>top</c></summary>
internal sealed class TopCommand : FrequencyCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["top"];

    /// <inheritdoc/>
    protected override bool Rarest => false;
}
