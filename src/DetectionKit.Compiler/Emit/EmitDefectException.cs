namespace DetectionKit.Compiler.Emit;

/// <summary>The emitter wrote C# that does not compile: a defect of this program, never of a rule. The message holds the errors and the source.</summary>
/// <param name="message">The compiler's errors and the emitted source.</param>
public sealed class EmitDefectException(string message) : Exception(message);
