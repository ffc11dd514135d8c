namespace DetectionKit.Traffic.Following;

/// <summary>Hands bytes in order to the verdict on what is inside a flow.</summary>
/// <param name="flow">The flow.</param>
/// <param name="inspection">The open verdict.</param>
/// <param name="side">Who said them.</param>
/// <param name="bytes">The bytes.</param>
/// <returns>False: the verdict is closed.</returns>
internal delegate bool InnerBytes(int flow, int inspection, int side, ReadOnlySpan<byte> bytes);
