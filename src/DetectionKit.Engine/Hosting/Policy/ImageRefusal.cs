namespace DetectionKit.Engine.Hosting.Policy;

/// <summary>Leaves the judgement of one method or signature at the first thing that is not allowed. Never leaves this folder.</summary>
/// <param name="message">What is not allowed, as the end of a sentence.</param>
internal sealed class ImageRefusal(string message) : Exception(message);
