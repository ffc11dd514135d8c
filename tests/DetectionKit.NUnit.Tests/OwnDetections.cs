namespace DetectionKit.NUnit.Tests;

/// <summary>All that a repository of detections needs: this one's own are the example.</summary>
public sealed class OwnDetections : DetectionTests;
