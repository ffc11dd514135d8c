using System.Reflection;

namespace DetectionKit.Language.Plan.Symbols;

/// <summary>An eval function: a static method that emitted code calls.</summary>
/// <param name="Name">Its name in rules.</param>
/// <param name="Method">The method.</param>
/// <param name="MinArguments">How many arguments it needs, the run not counted.</param>
/// <param name="MaxArguments">How many it takes; null: any number (a last <c>params</c> span).</param>
/// <param name="NeedsRun">Whether its first parameter is the <see cref="Abstractions.Rows.RunContext"/>.</param>
/// <param name="IsPredicate">Whether it gives <c>bool?</c> and so stands in conditions only.</param>
public sealed record FunctionSymbol(string Name, MethodInfo Method, int MinArguments, int? MaxArguments, bool NeedsRun, bool IsPredicate);
