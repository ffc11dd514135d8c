using BenchmarkDotNet.Running;
using DetectionKit.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(FlowBenchmarks).Assembly).Run(args);
