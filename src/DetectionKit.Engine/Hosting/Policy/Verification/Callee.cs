using System.Reflection.Metadata;

namespace DetectionKit.Engine.Hosting.Policy.Verification;

/// <summary>A method of the image that another one reaches.</summary>
/// <param name="Method">The method.</param>
/// <param name="Times">How often at most, as it counts: a function of the contract may call it for each item of a list.</param>
internal readonly record struct Callee(MethodDefinitionHandle Method, int Times);
