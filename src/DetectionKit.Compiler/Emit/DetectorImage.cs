using System.Collections.Immutable;

namespace DetectionKit.Compiler.Emit;

/// <summary>A compiled assembly of detectors. Equal plans in equal order give equal bytes.</summary>
/// <param name="AssemblyName">The assembly's name.</param>
/// <param name="Assembly">The PE image.</param>
/// <param name="Symbols">The portable PDB; its documents are the rules' own files.</param>
/// <param name="ClassNames">The full name of each plan's class, in the order of the plans.</param>
public sealed record DetectorImage(string AssemblyName, ImmutableArray<byte> Assembly, ImmutableArray<byte> Symbols, ImmutableArray<string> ClassNames);
