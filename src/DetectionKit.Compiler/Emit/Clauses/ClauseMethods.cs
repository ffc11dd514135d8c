using System.Globalization;
using DetectionKit.Compiler.Emit.Code;

namespace DetectionKit.Compiler.Emit.Clauses;

/// <summary>
/// Writes a clause as a method: one statement for each part, so that breakpoints, stack traces and coverage can tell them apart.
/// A group within a group becomes a method of its own.
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="names">The class's member names.</param>
internal sealed class ClauseMethods(SourceWriter writer, Identifiers names)
{
    private readonly Queue<(string Name, Clause.Group Group)> _waiting = new();
    private int _numbered;

    /// <summary>Writes the method and those that it needs.</summary>
    /// <param name="head">Access, type and name: <c>private bool Where2</c>.</param>
    /// <param name="clause">What it tests.</param>
    /// <param name="subject">What the clause is about.</param>
    public void Write(string head, Clause clause, Subject subject)
    {
        Method(head, clause, subject);
        while (_waiting.TryDequeue(out var next))
            Method($"private bool {next.Name}", next.Group, subject);
    }

    private void Method(string head, Clause clause, Subject subject)
    {
        writer.Line();
        writer.Line($"{head}({subject.Parameters})");
        writer.Open();
        if (clause is Clause.Group group)
            Statements(group, subject);
        else
            writer.Line(clause.Span, $"return {TestOf(clause, subject).Bare};");
        writer.Close();
    }

    private void Statements(Clause.Group group, Subject subject)
    {
        // A part that decides ends the method: one that fails where all are needed, one that holds where one is enough.
        var decided = Literals.Of(group.NeedsAll == group.Denied);
        for (var i = 0; i < group.Parts.Length; i++)
        {
            var part = group.Parts[i];
            var test = TestOf(part, subject);
            if (i == group.Parts.Length - 1)
                writer.Line(part.Span, $"return {(group.Denied ? test.Denied : test.Bare)};");
            else
                writer.Line(part.Span, $"if ({(group.NeedsAll ? test.Denied : test.Bare)}) return {decided};");
        }
    }

    private Test TestOf(Clause clause, Subject subject)
    {
        if (clause is not Clause.Group group)
            return ((Clause.Leaf)clause).Test;
        _numbered++;
        var name = names.Take("Clause" + _numbered.ToString(CultureInfo.InvariantCulture), "Clause");
        _waiting.Enqueue((name, group with { Denied = false }));
        var test = Test.Call($"{name}({subject.Arguments})");
        return group.Denied ? test.Not() : test;
    }
}

/// <summary>What a clause or an expression is about: an event, or a row.</summary>
/// <param name="Parameters">As a method declares it.</param>
/// <param name="Arguments">As a call passes it on.</param>
internal sealed record Subject(string Parameters, string Arguments)
{
    /// <summary>A row between two stages.</summary>
    public static Subject Row { get; } = new("Row row, RunContext context", "row, context");

    /// <summary>An event.</summary>
    public static Subject Event(string type) => new($"in {type} e", "in e");
}
