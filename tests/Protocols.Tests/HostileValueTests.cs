using System.Text.Json.Nodes;
using CoinRig.Documents;

namespace CoinRig.Protocols.Tests;

/// <summary>
/// Values of a file with all keys replaced by what nobody should write: a plan, which the schema takes too, or a message with place, found and
/// allowed, never anything else.
/// </summary>
[TestClass]
public sealed class HostileValueTests
{
    static readonly string?[] Values =
    [
        "", " ", null, "-1", "0", "1e999", "1e-400 V", "NaN", "inf", "-inf V", "5 parsecs", "C/0", "C/", "C", "-C/-5", "--1 V", "+-1 V", "1 V +- 0.1 V", "\u0663 V", "1_000 V", "0x10 V", "1 V 2 V", "true",
        "2024-01-01", "999999999999999999999 h", "4.2V", "4,2 V", "'", "\"", "\u0000", "\u202e4.2 V", "..", ".. ..", "1 V ..", "1 V .. 2 V .. 3 V", "4 V .. 2 V", "or", "and", "1 h or", "or 1 h", "1 h and", "time > 1 h and or 2 h",
        "> >", ">= 4.2 V", "=> 4.2 V", "voltage > ", "voltage", "> 1", "|current|", "|voltage| > 4 V", "dV/dt > 1 V", "cycle > 1.5", "cycle > -1", "cycle > 99999999999", "time > -1 h", "charge", "discharge", "discharge -C/5", "charge charge C/5",
        "$", "$x", "$rate", "$half", "$rate $half", "$ rate", "${rate}", "{{rate}}", "{rate", "rate}", "{}", "()", "(", ")", "((((((((1 V))))))))", "(1 V", "1 V)", "(1 V) (2 V)", "(1 V + 1 A)", "(1 V * 1 A)", "(1 / 0 V)", "(0 V / 0)", "(1e308 * 1e308 * 1 V)",
        "(1 V -)", "(- - 1 V)", "(1 V * -1)", "$rate ^ 2", "$rate % 2", "(1 degC * 2)", "(2 h - 3 h)", "(C/10 * 5 h)", "(1 / (C/10))", "$rate .. $half", "time > $rate", "Rest for $rate", "Charge at {rate until 4.2 V", "Charge at $rate", "Rest for 1 hour or $rate",
        "start", "end", "after_loop", "auto", "open_circuit", "step_start", "time", "time 5", "Rest", "Rest for", "Charge at C/5 until C/5", "Hold at 9 V for 1 hour", "Discharge at C/5 until 4.2 V", "Charge at 1e999 A for 1 hour", "Charge at C/0 for 1 hour",
    ];

    /// <summary>One pair of place and value in so many is tried, each value at other places: all 23,493 take a minute.</summary>
    const int Step = 11;

    static readonly string[] Structures = ["[]", "{}", "[[]]", "[1 V, 2 V]", "{a: b}", "{repeat: 1}", "[Rest for 1 hour]", "{when: 1 h}", "{step: rest}", "{rest: 1 h}", "{current: C/5}"];

    [TestMethod]
    public void AnyValue_ReplacedByAnything_IsReadOrRefusedWithAPlace()
    {
        var (count, pair) = (0, 0);
        foreach (var path in Places(JsonOfYaml.Of(SchemaTests.AllKeys)!, []).ToArray())
        {
            foreach (var value in Values.Select(v => (JsonNode?)(v is null ? null : JsonValue.Create(v))).Concat(Structures.Select(s => JsonOfYaml.Of(s))))
            {
                if (pair++ % Step != 0)
                {
                    continue;
                }
                var json = JsonOfYaml.Of(SchemaTests.AllKeys)!;
                var holder = path[..^1].Aggregate(json, (n, p) => p is int i ? n[i]! : n[(string)p]!);
                if (path[^1] is int index)
                {
                    holder[index] = value?.DeepClone();
                }
                else
                {
                    holder[(string)path[^1]] = value?.DeepClone();
                }
                var what = $"{string.Join('/', path)} = {value?.ToJsonString() ?? "null"}";
                AssertSound(json.ToJsonString(), what);
                count++;
            }
        }
        Assert.IsGreaterThan(2_000, count);
    }

    static void AssertSound(string text, string what)
    {
        try
        {
            var plan = ProtocolFile.Read(Document.Parse(text, "hostile.yaml"), Shipped.Lpo);
            Assert.IsFalse(double.IsNaN(PlanEstimate.Of(plan).Duration.Seconds), what);
            Assert.IsTrue(plan.Steps.All(s => s.Segments.All(g => g.Until.Concat(s.Until).All(u => u.Terms is not null || double.IsFinite(u.Threshold)))), $"{what}: an end that is never met");
            Assert.IsTrue(SchemaTests.SchemaTakes(text), $"{what}: the reader takes it and the schema does not");
        }
        catch (DocumentException e)
        {
            foreach (var mistake in e.Mistakes)
            {
                Assert.IsTrue(mistake is { Line: > 0, Column: > 0, Found.Length: > 0, Allowed.Length: > 0 }, $"{what}: {mistake}");
                Assert.DoesNotContain("NaN", mistake.Found.Replace("'NaN'", "", StringComparison.Ordinal), $"{what}: {mistake}");
                Assert.DoesNotContain("\n", mistake.ToString(), what);
            }
        }
        catch (Exception e) when (e is not UnitTestAssertException)
        {
            Assert.Fail($"{what}: {e}");
        }
    }

    static IEnumerable<object[]> Places(JsonNode? node, object[] path) => node switch
    {
        JsonObject map => map.SelectMany(p => Places(p.Value, [.. path, p.Key]).Prepend([.. path, p.Key])),
        JsonArray list => list.SelectMany((n, i) => Places(n, [.. path, i]).Prepend([.. path, i])),
        _ => [],
    };
}
