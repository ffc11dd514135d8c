namespace DetectionKit.Language.Spl.Top;

/// <summary><c>rare</c></summary>
internal sealed class RareCommand : FrequencyCommand
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Names => ["rare"];

    /// <inheritdoc/>
    protected override bool Rarest => true;
}
