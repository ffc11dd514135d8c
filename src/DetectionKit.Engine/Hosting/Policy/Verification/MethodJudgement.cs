namespace DetectionKit.Engine.Hosting.Policy.Verification;

/// <summary>What a verified method costs, and which methods of the image it reaches: by calling them, or by making delegates of them that the contract then calls.</summary>
/// <param name="Instructions">Its instructions; none runs twice, as nothing jumps back. An array counts its items, and a call to the outside what <see cref="CallCosts"/> says.</param>
/// <param name="Slots">Its locals and arguments, and what it holds on its stack at most.</param>
/// <param name="Callees">One entry for each place that reaches a method.</param>
internal sealed record MethodJudgement(long Instructions, int Slots, IReadOnlyList<Callee> Callees);
