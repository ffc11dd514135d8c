namespace DetectionKit.Compiler.Emit.Clauses;

/// <summary>Writes a clause as one C# expression.</summary>
internal static class ClauseText
{
    /// <summary>The expression; groups stand in parentheses.</summary>
    public static Test Of(Clause clause)
    {
        if (clause is not Clause.Group group)
            return ((Clause.Leaf)clause).Test;
        var test = Test.Parenthesized(string.Join(group.NeedsAll ? " && " : " || ", group.Parts.Select(part => Of(part).Text)));
        return group.Denied ? test.Not() : test;
    }
}
