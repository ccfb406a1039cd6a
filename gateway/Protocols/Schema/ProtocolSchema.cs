using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoinRig.Protocols;

/// <summary>
/// The JSON Schema (2020-12) of protocol files, for editors: made of the same declarations of keys that the reader accepts. What depends on the cell, or on
/// several keys together, only the reader tells.
/// </summary>
public static class ProtocolSchema
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>The schema as a text.</summary>
    public static string Text(IReadOnlyList<ITechnique>? techniques = null) => Of(techniques ?? Techniques.All).ToJsonString(Indented) + "\n";

    static JsonObject Of(IReadOnlyList<ITechnique> techniques)
    {
        var file = KeySchema.Mapping(ProgramKeys.File);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "CoinRig protocol",
            ["description"] = "What to do to a cell",
        };
        foreach (var (name, value) in file.ToArray())
        {
            file.Remove(name);
            schema[name] = value;
        }
        schema["$defs"] = Definitions(techniques);
        return schema;
    }

    static JsonObject Definitions(IReadOnlyList<ITechnique> techniques)
    {
        var definitions = new JsonObject
        {
            ["steps"] = new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = KeySchema.Reference("step") },
            ["step"] = Step(techniques),
            ["sentence"] = new JsonObject { ["type"] = "string", ["pattern"] = Shapes.Either(SentenceGrammar.Pattern, "[${]"), ["description"] = "A sentence such as 'Charge at C/5 until 4.2 V'" },
            ["loop"] = KeySchema.Mapping(ProgramKeys.Loop),
            ["current"] = KeySchema.Computable(Shapes.Current),
            ["condition"] = KeySchema.Computable(Shapes.Condition),
            ["jump"] = KeySchema.Mapping(ProgramKeys.Condition),
            ["conditions"] = new JsonObject
            {
                ["anyOf"] = new JsonArray(KeySchema.Reference("condition"), KeySchema.Reference("jump"), new JsonObject
                {
                    ["type"] = "array",
                    ["minItems"] = 1,
                    ["items"] = new JsonObject { ["anyOf"] = new JsonArray(KeySchema.Reference("condition"), KeySchema.Reference("jump")) },
                }),
            },
        };
        foreach (var technique in techniques)
        {
            var keys = technique.Keys.Concat(StepKeys.Common).DistinctBy(k => k.Name).ToArray();
            definitions[technique.Name] = Described(technique, KeySchema.Mapping(keys));
            definitions[$"step_{technique.Name}"] = Described(technique, KeySchema.Mapping([new Key("step", KeyKind.Choice, "The technique", true) { Choices = [technique.Name] }, .. keys]));
        }
        return definitions;
    }

    static JsonObject Described(ITechnique technique, JsonObject schema)
    {
        schema["description"] = technique.Summary;
        return schema;
    }

    /// <summary>A sentence, a loop, <c>step: NAME</c> with its keys, or <c>NAME: {keys}</c>; conditions instead of alternatives, so that an editor tells of the form that was begun.</summary>
    static JsonObject Step(IReadOnlyList<ITechnique> techniques)
    {
        var names = techniques.Select(t => t.Name).ToArray();
        var byStep = new JsonObject { ["properties"] = new JsonObject { ["step"] = new JsonObject { ["enum"] = KeySchema.Words(names) } } };
        byStep["allOf"] = new JsonArray([.. names.Select(n => (JsonNode?)When(new JsonObject { ["properties"] = new JsonObject { ["step"] = new JsonObject { ["const"] = n } } }, KeySchema.Reference($"step_{n}")))]);
        var byName = new JsonObject
        {
            ["minProperties"] = 1,
            ["maxProperties"] = 1,
            ["properties"] = new JsonObject(names.Select(n => KeyValuePair.Create(n, (JsonNode?)KeySchema.Reference(n)))),
            ["additionalProperties"] = false,
        };
        return new JsonObject
        {
            ["type"] = KeySchema.Words(["string", "object"]),
            ["allOf"] = new JsonArray(
                When(new JsonObject { ["type"] = "string" }, KeySchema.Reference("sentence")),
                When(Has("repeat"), KeySchema.Reference("loop")),
                When(new JsonObject { ["allOf"] = new JsonArray(Has("step"), new JsonObject { ["not"] = Has("repeat") }) }, byStep),
                When(new JsonObject { ["type"] = "object", ["not"] = new JsonObject { ["anyOf"] = new JsonArray(Has("repeat"), Has("step")) } }, byName)),
        };
    }

    static JsonObject Has(string key) => new() { ["type"] = "object", ["required"] = new JsonArray(key) };

    static JsonObject When(JsonObject condition, JsonObject then) => new() { ["if"] = condition, ["then"] = then };
}
