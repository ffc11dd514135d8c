namespace DetectionKit.Language.Diagnostics;

/// <summary>One kind of diagnostic. All of them stand in <c>DiagnosticTable</c>.</summary>
/// <param name="Code">Stable code: <c>DK0001</c>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Title">What is wrong, in general.</param>
/// <param name="Message">What is wrong here; <c>{0}</c> and so on are filled in.</param>
public sealed record DiagnosticDescriptor(string Code, Severity Severity, string Title, string Message);
