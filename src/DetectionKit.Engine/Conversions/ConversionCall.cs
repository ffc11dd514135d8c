using DetectionKit.Abstractions.Rows;
using DetectionKit.Abstractions.Times;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Engine.Conversions;

/// <summary>What a conversion may use beside its value.</summary>
/// <param name="Format">The time format of ctime and mktime.</param>
/// <param name="Run">Now and zone.</param>
internal sealed record ConversionCall(TimeFormat Format, RunContext Run);

/// <summary>One conversion of one value; absent where it cannot be converted.</summary>
internal delegate Value ValueConversion(Value value, ConversionCall call);

/// <summary>One of convert's functions.</summary>
/// <param name="Keeps">Whether a value that cannot be converted stays as it is, instead of going.</param>
/// <param name="WholeColumn">Whether a column is converted only if all its values can be.</param>
/// <param name="Convert">The conversion.</param>
internal sealed record ConversionEntry(bool Keeps, bool WholeColumn, ValueConversion Convert);
