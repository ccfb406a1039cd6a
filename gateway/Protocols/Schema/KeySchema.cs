using System.Text.Json.Nodes;

namespace CoinRig.Protocols;

/// <summary>The schema of what stands under a key.</summary>
static class KeySchema
{
    internal static JsonObject Of(Key key)
    {
        var schema = Value(key);
        schema["description"] = key.Description;
        return schema;
    }

    /// <summary>A mapping with these keys and no other.</summary>
    internal static JsonObject Mapping(IEnumerable<Key> keys)
    {
        var all = keys.ToArray();
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(all.Select(k => KeyValuePair.Create(k.Name, (JsonNode?)Of(k)))),
            ["additionalProperties"] = false,
        };
        if (all.Any(k => k.IsRequired))
        {
            schema["required"] = Words(all.Where(k => k.IsRequired).Select(k => k.Name));
        }
        return schema;
    }

    internal static JsonArray Words(IEnumerable<string> words) => [.. words.Select(w => (JsonNode?)w)];

    internal static JsonObject Reference(string definition) => new() { ["$ref"] = $"#/$defs/{definition}" };

    static JsonObject Value(Key key) => key.Kind switch
    {
        KeyKind.Text => new() { ["type"] = Words(key.IsRequired ? ["string", "number", "boolean"] : ["string", "number", "boolean", "null"]), ["pattern"] = key.IsRequired ? @"\S" : "" },
        KeyKind.Label => new() { ["type"] = "string", ["pattern"] = JumpReader.LabelPattern, ["not"] = new JsonObject { ["enum"] = Words([JumpReader.End, JumpReader.AfterLoop]) } },
        KeyKind.Target => new() { ["type"] = "string", ["pattern"] = JumpReader.LabelPattern },
        KeyKind.Count => Count(key),
        KeyKind.Truth => new() { ["enum"] = new JsonArray(true, false, "true", "false", "yes", "no") },
        KeyKind.Choice => new() { ["enum"] = Words(key.Choices) },
        KeyKind.Names => Names(),
        KeyKind.Mapping => Mapping(key.Inner),
        KeyKind.MappingList => List(Mapping(key.Inner)),
        KeyKind.MappingOrList => AnyOf(Mapping(key.Inner), List(Mapping(key.Inner))),
        KeyKind.TimeOrMapping => AnyOf(Computable(Shapes.Time), Mapping(key.Inner)),
        KeyKind.Steps => Reference("steps"),
        KeyKind.Conditions => Reference("conditions"),
        KeyKind.Condition => Reference("condition"),
        KeyKind.Current => Reference("current"),
        _ => Computable(Shape(key.Kind)),
    };

    static string Shape(KeyKind kind) => kind switch
    {
        KeyKind.CurrentOrSpan => Shapes.Either(Shapes.Current, Shapes.OpenSpan(Shapes.Current)),
        KeyKind.CurrentInAmperes => Shapes.CurrentInAmperes,
        KeyKind.Charge => Shapes.Charge,
        KeyKind.Voltage => Shapes.Voltage,
        KeyKind.VoltageOrOpenCircuit => Shapes.Either("open_circuit", Shapes.Voltage),
        KeyKind.VoltageSpan => Shapes.Span(Shapes.Voltage),
        KeyKind.OpenVoltageSpan => Shapes.OpenSpan(Shapes.Voltage),
        KeyKind.Time => Shapes.Time,
        KeyKind.SweepRate => Shapes.SweepRate,
        KeyKind.Power => Shapes.Power,
        KeyKind.Resistance => Shapes.Resistance,
        KeyKind.TemperatureOrSpan => Shapes.Either(Shapes.Temperature, Shapes.Span(Shapes.Temperature)),
        KeyKind.Moment => Shapes.Moment,
        KeyKind.Range => Shapes.Range,
        _ => throw new InvalidOperationException($"The kind {kind} has no shape."),
    };

    /// <summary>A value, or something that the reader computes.</summary>
    internal static JsonObject Computable(string shape) => new() { ["type"] = "string", ["pattern"] = Shapes.Either(Shapes.Whole(shape), Shapes.Computed) };

    static JsonObject Count(Key key)
    {
        var number = new JsonObject { ["type"] = "integer", ["minimum"] = key.Bounds.Lowest };
        if (key.Bounds.Highest < int.MaxValue)
        {
            number["maximum"] = key.Bounds.Highest;
        }
        return AnyOf(number, new JsonObject { ["type"] = "string", ["pattern"] = Shapes.Either("^[0-9]+$", Shapes.Computed) });
    }

    static JsonObject Names() => new()
    {
        ["type"] = "object",
        ["propertyNames"] = new JsonObject { ["pattern"] = "^[A-Za-z_][A-Za-z0-9_]*$" },
        ["additionalProperties"] = new JsonObject { ["type"] = Words(["string", "number"]), ["pattern"] = @"\S" },
    };

    static JsonObject List(JsonObject item) => new() { ["type"] = "array", ["minItems"] = 1, ["items"] = item };

    static JsonObject AnyOf(params JsonNode?[] schemas) => new() { ["anyOf"] = new JsonArray(schemas) };
}
