namespace DetectionKit.Traffic.Flows;

/// <summary>What a verdict rests on, for <c>--why</c>.</summary>
/// <param name="Rule">Which rule decided: "request line".</param>
/// <param name="Bits">Bits of evidence on both sides together.</param>
/// <param name="FirstBytes">The first bytes that it was found in, in hexadecimal.</param>
/// <param name="BytesFrom">Whether they are the originator's or the responder's: <c>src</c> or <c>dest</c>.</param>
public sealed record FlowEvidence(string Rule, int Bits, string FirstBytes, string BytesFrom);
