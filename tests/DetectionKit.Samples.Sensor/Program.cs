// The smallest sensor: a verified bundle, captures in, alerts out as JSON lines. Usage: PUBLIC_KEY BUNDLE CAPTURE...
using System.Buffers;
using DetectionKit.Bundles;
using DetectionKit.Bundles.Signing;
using DetectionKit.Engine.Hosting;
using DetectionKit.Engine.Lookups;
using DetectionKit.Engine.Running;
using DetectionKit.Traffic.Events;

if (args is not [var keyFile, var bundleFile, .. var captures])
    return Fail("usage: PUBLIC_KEY BUNDLE CAPTURE...");

// Whose bundles are taken.
var keys = TrustFile.Read(File.ReadAllText(keyFile), out var problem);
if (problem is not null)
    return Fail($"{keyFile}: {problem}");

// Nothing of the bundle is loaded before its signature, its hashes and its code were checked.
using var file = File.OpenRead(bundleFile);
var read = BundleReader.Read(file, new BundleTrust(keys, AllowUnsigned: false, TimeProvider.System.GetUtcNow()));
if (read.Bundle is not { } bundle)
    return Fail($"{bundleFile}: {read.Problems[0].Message}");
var loaded = DetectorHost.Load(bundle.Image, bundle.Symbols);
if (loaded.Host is not { } host)
    return Fail($"{bundleFile}: {loaded.Problems[0]}");

// One run over all captures; its rows are the alerts.
var run = new DetectionRun(host.Detectors, new RunOptions { Lookups = new LookupStore(bundle.Lookups) });
foreach (var capture in captures)
    TrafficEvents.Run(capture, run.OpenInput());
var output = new ArrayBufferWriter<byte>();
foreach (var row in run.Finish().Rows)
    ResultWriter.WriteLine(output, row);
using var console = Console.OpenStandardOutput();
console.Write(output.WrittenSpan);
return 0;

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 2;
}
