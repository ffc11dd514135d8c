namespace DetectionKit.Abstractions.Values;

/// <summary>The texts of addresses that a thread wrote lately: traffic names the same few over and over, and rows keep their texts.</summary>
internal static class AddressTexts
{
    private const int Places = 4096;

    [ThreadStatic]
    private static (IpAddress Address, string Text)[]? _recent;

    public static string Of(IpAddress address)
    {
        var recent = _recent ??= new (IpAddress, string)[Places];
        ref var place = ref recent[(uint)address.GetHashCode() % Places];
        if (place.Address != address || place.Text is null)
            place = (address, address.Written());
        return place.Text;
    }
}
