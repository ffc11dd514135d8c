using System.Reflection;
using System.Runtime.Loader;
using DetectionKit.Abstractions.Detectors;
using DetectionKit.Engine.Hosting.Policy;

namespace DetectionKit.Engine.Hosting;

/// <summary>Where one image lives. It finds the contract and the framework, and nothing else of the process.</summary>
internal sealed class ImageContext() : AssemblyLoadContext(name: "detectors", isCollectible: true)
{
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (string.Equals(assemblyName.Name, AllowedAssemblies.Contract, StringComparison.Ordinal))
            return typeof(IDetector).Assembly;
        return AllowedAssemblies.Contains(assemblyName.Name ?? "")
            ? null
            : throw new FileLoadException($"detectors may not use {assemblyName.Name}");
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        throw new DllNotFoundException("detectors may not use native libraries");
}
