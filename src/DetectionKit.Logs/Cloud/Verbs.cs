using DetectionKit.Abstractions.Values;

namespace DetectionKit.Logs.Cloud;

/// <summary>Tells from the first word of a command what it does, in CIM's words.</summary>
/// <param name="comparison">How the words are compared.</param>
/// <param name="actions">CIM's action, and the beginnings of commands that mean it.</param>
internal sealed class Verbs(StringComparison comparison, params (string Action, string[] Words)[] actions)
{
    /// <summary>The action; absent where no beginning is known.</summary>
    /// <param name="command">The command.</param>
    public Value ActionOf(string command) => Value.Of(actions.FirstOrDefault(pair => pair.Words.Any(word => command.StartsWith(word, comparison))).Action);
}
