using System.Text.Json.Nodes;
using DetectionKit.Abstractions.Values;
using DetectionKit.Language.Plan.Expressions;
using DetectionKit.Language.Plan.Symbols;

namespace DetectionKit.Language.Plan.Writing;

/// <summary>Makes the JSON of plan nodes: an object whose first member is its kind; members that say nothing are left out.</summary>
internal static class Described
{
    public static JsonObject As(string kind, params ReadOnlySpan<(string Name, JsonNode? Content)> members)
    {
        var node = new JsonObject { ["kind"] = kind };
        foreach (var (name, content) in members)
        {
            if (content is not null)
                node[name] = content;
        }

        return node;
    }

    public static JsonArray List(IEnumerable<JsonNode?> items) => [.. items];

    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode?)JsonValue.Create(text))];

    public static string Field(FieldSymbol field) => field.Accept(FieldDescriber.Instance);

    public static JsonNode? Of(Value value) => value.Kind switch
    {
        ValueKind.Null => null,
        ValueKind.Integer => value.TryGetInteger(out var integer) ? JsonValue.Create(integer) : null,
        ValueKind.Number => value.TryGetNumber(out var number) ? JsonValue.Create(number) : null,
        ValueKind.Text => JsonValue.Create(value.ToText()),
        ValueKind.Multi => List(value.Items.Select(Of)),
        _ => null,
    };

    public static string Operator(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        ComparisonOperator.GreaterOrEqual => ">=",
        _ => "?",
    };

    public static string Operator(ArithmeticOperator arithmetic) => arithmetic switch
    {
        ArithmeticOperator.Add => "+",
        ArithmeticOperator.Subtract => "-",
        ArithmeticOperator.Multiply => "*",
        ArithmeticOperator.Divide => "/",
        ArithmeticOperator.Modulo => "%",
        ArithmeticOperator.Concatenate => ".",
        _ => "?",
    };

    public static string Operator(LogicalOperator logical) => logical switch
    {
        LogicalOperator.And => "and",
        LogicalOperator.Or => "or",
        LogicalOperator.Xor => "xor",
        _ => "?",
    };

    private sealed class FieldDescriber : FieldVisitor<string>
    {
        public static FieldDescriber Instance { get; } = new();

        public override string VisitModelField(FieldSymbol.OfModel field) => field.Model.Dataset + "." + field.Name;

        public override string VisitEventField(FieldSymbol.OfEvent field) => field.Name;

        public override string VisitRawField(FieldSymbol.OfRaw field) => field.Name;

        public override string VisitColumn(FieldSymbol.Column field) => field.Name;
    }
}
