using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using DetectionKit.Abstractions.Operators;
using DetectionKit.Abstractions.Values;

namespace DetectionKit.Language.Plan.Writing;

/// <summary>Specs that are plain data as JSON: the members of the record, in their order; false, empty and absent ones left out.</summary>
internal static class SpecDescriber
{
    public static JsonObject Of(string kind, object record, params ReadOnlySpan<(string Parameter, string Name, JsonNode Content)> given)
    {
        var members = new List<(string Name, JsonNode? Content)>();
        foreach (var parameter in record.GetType().GetConstructors()[0].GetParameters())
        {
            var name = parameter.Name!.ToLowerInvariant();
            var place = -1;
            for (var i = 0; i < given.Length; i++)
                place = string.Equals(name, given[i].Parameter, StringComparison.Ordinal) ? i : place;
            members.Add(place < 0 ? (name, Content(ValueOf(record, parameter))) : (given[place].Name, given[place].Content));
        }

        return Described.As(kind, [.. members]);
    }

    private static object? ValueOf(object record, ParameterInfo parameter) => record.GetType().GetProperty(parameter.Name!)!.GetValue(record);

    private static JsonNode? Content(object? value) => value switch
    {
        null or false => null,
        true => true,
        string text => text,
        int whole => whole,
        long whole => whole,
        double number => number,
        Value constant => Described.Of(constant),
        TextRegex regex => regex.Pattern,
        Enum one => one.ToString().ToLower(CultureInfo.InvariantCulture),
        IEnumerable items => items.Cast<object?>().Select(Content).ToArray() is { Length: > 0 } all ? Described.List(all) : null,
        _ => Of(value.GetType().Name.ToLowerInvariant(), value),
    };
}
