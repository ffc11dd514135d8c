namespace DetectionKit.Testing.Variants.Fragments;

/// <summary>As <see cref="TinyFragments"/>, the last one first.</summary>
internal sealed class ReversedFragments : TinyFragments
{
    public override string Name => "reversed-fragments";

    private protected override IEnumerable<byte[]> Order(IEnumerable<byte[]> fragments) => fragments.Reverse();
}
