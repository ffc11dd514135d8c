namespace DetectionKit.Language.Diagnostics;

public static partial class DiagnosticTable
{
    /// <summary>The emitter failed on a rule: a defect of this program, never of the rule. The other rules go on.</summary>
    public static DiagnosticDescriptor EmitDefect { get; } =
        Error("DK4001", "defect of the emitter", "no code could be made of this search: that is a defect of the compiler, please report it with the rule ({0})");
}
