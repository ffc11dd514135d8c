namespace DetectionKit.Language.Diagnostics;

public static partial class DiagnosticTable
{
    /// <summary>A search uses a macro that nothing defines.</summary>
    public static DiagnosticDescriptor UnknownMacro { get; } =
        Error("DK1001", "unknown macro", "unknown macro `{0}`{1}");

    /// <summary>A macro that stands for something that is not here was taken as empty.</summary>
    public static DiagnosticDescriptor AssumedMacro { get; } =
        Note("DK1002", "macro without effect", "nothing defines the macro `{0}`; it is taken as {1}");

    /// <summary>A search uses a lookup that nothing defines.</summary>
    public static DiagnosticDescriptor UndefinedLookup { get; } =
        Warning("DK1101", "undefined lookup", "the lookup `{0}` is not defined here and matches nothing{1}");
}
