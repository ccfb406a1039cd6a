using System.Text.Json;
using System.Text.Json.Nodes;
using CoinRig.Documents;
using Json.Schema;

namespace CoinRig.Protocols.Tests;

/// <summary>The schema for editors against the reader: what one takes, the other takes.</summary>
[TestClass]
public sealed class SchemaTests
{
    static readonly JsonSchema Schema = JsonSchema.FromText(ProtocolSchema.Text());

    /// <summary>Every key of the language, each with a value.</summary>
    internal const string AllKeys = """
        name: All
        description: every key
        let: {rate: C/10, half: ($rate / 2)}
        limits:
          - {voltage: 2.5 V .. 4.35 V, delay: 1 s, action: end_step}
          - {current: -2 mA .. 2 mA}
          - {charge: 200 mAh/g, temperature: 0 degC .. 45 degC}
        record: {dt: 10 s, dV: 2 mV, dI: 10 uA}
        rest: {hold: zero_current}
        c_rate: nominal
        after_power_loss: repeat
        resume_if_voltage_within: 20 mV
        durability: 10 s
        steps:
          - Rest for 10 minutes
          - Charge at C/10 for 1 hour or until 4.2 V (10 second period)
          - Discharge at {half} until > 3 V
          - repeat: 3
            cycle: true
            label: loop
            until: capacity_retention < 80 % or cycle > 500
            steps:
              - {rest: {for: 1 h, until: ['|dV/dt| < 1 mV/h', 2 h], hold: open_circuit}}
              - step: constant_current
                label: up
                current: $rate
                for: 20 h
                until: [4.2 V, {when: time > 10 h and voltage < 4 V, goto: up, times: 2}, {when: coulombic_efficiency < 98 %, goto: after_loop}]
                range: 1 mA
                c_rate: last_discharge_capacity
                trigger: {pin: 12, at: voltage >= 4.08 V, pulse: 100 ms}
                after_power_loss: wait
                resume_if_voltage_within: 50 mV
                record: {dt: 1 s}
              - {step: constant_voltage, voltage: 4.2 V, for: 1 h, until: C/50, largest_current: 1 mA, range: auto}
              - {step: cccv, current: C/5, voltage: 4.2 V, until: C/20, for: 12 h, largest_current: 1 mA}
          - {step: linear_sweep, rate: 0.1 mV/s, start: 3 V, end: 4.2 V, for: 1 d, until: current > 1 mA, largest_current: 1 mA}
          - {step: cyclic_voltammetry, rate: 0.1 mV/s, start: open_circuit, between: 2.8 V .. 4.2 V, direction: cathodic, cycles: 2, end: 3 V, for: 4 d, until: '|current| > 1 mA', largest_current: 1 mA}
          - {step: gitt, current: C/10, pulse: 10 min, rest: {for: 1 h, hold: zero_current, record: {dt: 60 s}}, until: voltage > 4.2 V}
          - {step: gitt, current: C/10, pulse: 10 min, rest: 1 h, pulses: 3}
          - {step: constant_power, power: discharge 0.4 mW, for: 1 h, until: 2.8 V, largest_current: 1 mA}
          - {step: constant_resistance, resistance: 10 kohm, for: 1 h, until: energy > 0.5 mWh, largest_current: 1 mA}
          - step: multi_step_charge
            stages: [{current: C/2, for: 1 h, until: 4 V, record: {dV: 1 mV}}, {current: C/5, until: 4.2 V}]
            hold: {voltage: 4.2 V, for: 1 h, until: C/20, largest_current: 1 mA, record: {dt: 5 s}}
            for: 12 h
          - step: pulses
            train:
              - {current: discharge 1C, for: 10 s, until: 2.8 V, record: {dt: 1 s}}
              - {rest: 40 s, hold: zero_current, until: voltage > 4 V, record: {dt: 1 s}}
            times: 10
            until: voltage < 2.8 V
          - {step: ici, current: C/10, every: 5 min, interrupt: 10 s, until: 4.2 V, hold: open_circuit}
          - {step: pitt, start: 3.6 V, end: 4.2 V, increment: 10 mV, until: C/100, for: 2 h, largest_current: 1 mA}
          - {step: wait, for: person, message: look, timeout: 1 h, on_timeout: end, hold: open_circuit}
          - {step: wait, for: mark, mark: AFM, timeout: 1 h}
        """;

    internal static bool SchemaTakes(string yaml)
    {
        using var document = JsonDocument.Parse(JsonOfYaml.Of(yaml)?.ToJsonString() ?? "null");
        return Schema.Evaluate(document.RootElement).IsValid;
    }

    static bool ReaderTakes(string yaml)
    {
        try
        {
            Shipped.Read(yaml);
            return true;
        }
        catch (DocumentException)
        {
            return false;
        }
    }

    [TestMethod]
    public void Shipped_EveryProtocol_IsValid()
    {
        foreach (var path in Shipped.Protocols)
        {
            Assert.IsTrue(SchemaTakes(File.ReadAllText(path)), path);
        }
    }

    [TestMethod]
    public void AllKeys_AreTakenByBoth_AndAreAll()
    {
        Assert.AreEqual("", string.Join('\n', TryMistakes(AllKeys)));
        Assert.IsTrue(SchemaTakes(AllKeys));
        var used = Keys(JsonOfYaml.Of(AllKeys)!).ToHashSet();
        var declared = ProgramKeys.File.Concat(ProgramKeys.Loop).Concat(ProgramKeys.Condition).Concat(StepKeys.Common).Concat(Techniques.All.SelectMany(t => t.Keys)).SelectMany(WithInner).Select(k => k.Name);
        CollectionAssert.AreEqual(Array.Empty<string>(), declared.Where(k => !used.Contains(k)).Distinct().ToArray(), "keys that are declared and not tried here");
    }

    /// <summary>A key spelt wrong anywhere is refused by both: neither knows a key that the other does not.</summary>
    [TestMethod]
    public void EveryKey_SpeltWrong_IsRefusedByBoth()
    {
        var count = 0;
        foreach (var (path, key) in Places(JsonOfYaml.Of(AllKeys)!, []).ToArray())
        {
            if (path.Contains("let"))
            {
                continue;
            }
            var json = JsonOfYaml.Of(AllKeys)!;
            var map = path.Aggregate(json, (n, p) => p is int index ? n[index]! : n[(string)p]!).AsObject();
            var value = map[key]?.DeepClone();
            map.Remove(key);
            map[key + "x"] = value;
            var text = json.ToJsonString();
            Assert.IsFalse(SchemaTakes(text), $"the schema takes {key}x at {string.Join('/', path)}");
            Assert.IsFalse(ReaderTakes(text), $"the reader takes {key}x at {string.Join('/', path)}");
            count++;
        }
        Assert.IsGreaterThan(150, count);
    }

    /// <summary>Mistakes that a file shows by itself are refused by both.</summary>
    [TestMethod]
    [DataRow("name: t\nsteps: []")]
    [DataRow("steps: [Rest for 1 hour]")]
    [DataRow("name: t")]
    [DataRow("name: t\nsteps: Rest for 1 hour")]
    [DataRow("name: t\nlimits: {current: 2 V}\nsteps: [Rest for 1 hour]")]
    [DataRow("name: t\nlimits: {current: 2 mA, action: panic}\nsteps: [Rest for 1 hour]")]
    [DataRow("name: t\nlimits: {voltage: 4.2 V}\nsteps: [Rest for 1 hour]")]
    [DataRow("name: t\nlimits: {temperature: 45}\nsteps: [Rest for 1 hour]")]
    [DataRow("name: t\nrecord: {dV: -1 mV .. 2 mV}\nsteps: [Rest for 1 hour]")]
    [DataRow("name: t\nrecord: {dI: C/100}\nsteps: [Rest for 1 hour]")]
    [DataRow("name: t\nrecord: 10 s\nsteps: [Rest for 1 hour]")]
    [DataRow("name: t\nlet: {a-b: 3 V}\nsteps: [Rest for 1 hour]")]
    [DataRow("name: t\nlet: {a: }\nsteps: [Rest for 1 hour]")]
    [DataRow("name: t\nlet: [3 V]\nsteps: [Rest for 1 hour]")]
    [DataRow("name: t\ndurability: 5 s\nsteps: [Rest for 1 hour]")]
    public void File_Mistaken_IsRefusedByBoth(string text) => AssertRefused(text);

    [TestMethod]
    [DataRow("charge at C/5 until 4.2 V")]
    [DataRow("Charge at C/5")]
    [DataRow("Charge at 4.2 V until C/20")]
    [DataRow("Charge at 4 Ohm for 1 hour")]
    [DataRow("Charge at -1 mA for 1 hour")]
    [DataRow("Hold at 1 mA for 1 hour")]
    [DataRow("Rest for 2 days")]
    [DataRow("Charge at 50 uA for 1 hour")]
    [DataRow("Charge at 1 mA until 4.1 V for 1 hour")]
    [DataRow("Charge at 1 mA until 2 Ohm")]
    [DataRow("Rest")]
    [DataRow("{step: gitts, current: C/10, pulse: 10 min, rest: 1 h, until: 4.2 V}")]
    [DataRow("{gitts: {current: C/10, pulse: 10 min, rest: 1 h, until: 4.2 V}}")]
    [DataRow("{gitt: {step: gitt, current: C/10, pulse: 10 min, rest: 1 h, until: 4.2 V}}")]
    [DataRow("{gitt: 1 h}")]
    [DataRow("{current: C/10, for: 1 h}")]
    [DataRow("[Rest for 1 hour]")]
    [DataRow("{step: constant_current, for: 1 h}")]
    [DataRow("{step: constant_current, current: 5, for: 1 h}")]
    [DataRow("{step: constant_current, current: 5 V, for: 1 h}")]
    [DataRow("{step: constant_current, current: C/5, for: 1 lightyear}")]
    [DataRow("{step: constant_current, current: C/5, for: -1 h}")]
    [DataRow("{step: constant_current, current: C/5, for: 60}")]
    [DataRow("{step: constant_current, current: '0,5 mA', for: 1 h}")]
    [DataRow("{step: constant_current, current: C/5, until: voltag > 4.2 V}")]
    [DataRow("{step: constant_current, current: C/5, until: voltage == 4.2 V}")]
    [DataRow("{step: constant_current, current: C/5, until: voltage > 4.2 mA}")]
    [DataRow("{step: constant_current, current: C/5, until: []}")]
    [DataRow("{step: constant_current, current: C/5, until: [4.2 V, {when: 1 h}]}")]
    [DataRow("{step: constant_current, current: C/5, until: [4.2 V, {when: 1 h, goto: 3 h}]}")]
    [DataRow("{step: constant_current, label: end, current: C/5, until: 4.2 V}")]
    [DataRow("{step: constant_current, c_rate: measured, current: C/5, until: 4.2 V}")]
    [DataRow("{step: constant_current, current: C/5, until: 4.2 V, trigger: {pin: 54, at: step_start}}")]
    [DataRow("{step: constant_current, current: C/5, until: 4.2 V, trigger: {pin: 5, at: soon}}")]
    [DataRow("{step: constant_current, current: C/5, until: 4.2 V, range: some}")]
    [DataRow("{step: linear_sweep, rate: -1 mV/s, end: 4.2 V}")]
    [DataRow("{step: linear_sweep, rate: 1 mV/s, start: ocv, end: 3 V}")]
    [DataRow("{step: cyclic_voltammetry, rate: 1 mV/s, between: 4.2 V}")]
    [DataRow("{step: cyclic_voltammetry, rate: 1 mV/s, between: 2.8 V .. 4.2 V, cycles: 0}")]
    [DataRow("{step: cyclic_voltammetry, rate: 1 mV/s, between: 2.8 V .. 4.2 V, direction: up}")]
    [DataRow("{step: gitt, current: C/10, pulse: 10 min, rest: {hold: zero_current}, pulses: 3}")]
    [DataRow("{step: constant_power, power: 2 mA, for: 1 h}")]
    [DataRow("{step: constant_resistance, resistance: -1 kohm, for: 1 h}")]
    [DataRow("{step: multi_step_charge, stages: []}")]
    [DataRow("{step: pulses, train: {current: C/5, for: 1 h}, times: 2}")]
    [DataRow("{step: wait, for: godot, timeout: 1 h}")]
    [DataRow("{step: wait, for: person}")]
    [DataRow("{repeat: 0, steps: [Rest for 1 hour]}")]
    [DataRow("{repeat: 100001, steps: [Rest for 1 hour]}")]
    [DataRow("{repeat: 1.5, steps: [Rest for 1 hour]}")]
    [DataRow("{repeat: 3}")]
    [DataRow("{repeat: 3, cycle: perhaps, steps: [Rest for 1 hour]}")]
    [DataRow("{repeat: 3, step: rest, steps: [Rest for 1 hour]}")]
    [DataRow("{repeat: 3, until: capacity_retention < 80 mV, steps: [Rest for 1 hour]}")]
    public void Step_Mistaken_IsRefusedByBoth(string step) => AssertRefused($"name: t\nsteps:\n  - {step}\n");

    /// <summary>Ways of writing that the reader takes.</summary>
    [TestMethod]
    [DataRow("{step: constant_current, current: DISCHARGE 0.2 C, for: 1.5 h}")]
    [DataRow("{step: constant_current, current: '-.5C', for: 30min}")]
    [DataRow("{step: constant_current, current: +20 µA, until: '> 4.2 V'}")]
    [DataRow("{step: constant_current, current: 18 mA/g, until: charge > 100 mAh/g}")]
    [DataRow("{step: constant_current, current: -0.1 mA/cm², until: 2.8 V or 5 h and voltage < 3 V}")]
    [DataRow("{step: rest, for: 1 h, until: temperature < 20 °C}")]
    [DataRow("{step: constant_resistance, resistance: 10 kΩ, for: 1 h}")]
    [DataRow("{step: constant_power, power: Charge 1e-4 W, for: 1 h}")]
    [DataRow("{step: cyclic_voltammetry, rate: 1 mV/s, between: 2.8V..4.2V}")]
    [DataRow("{step: constant_current, current: (C/10 * 2), until: (4 V + 0.2 V), trigger: {pin: 0, at: time 10 min}}")]
    [DataRow("{repeat: 2, cycle: yes, steps: [Rest for .5 hours until > 3V, {rest: {for: 1 day}}]}")]
    public void Step_InAnyOfItsForms_IsTakenByBoth(string step)
    {
        Assert.AreEqual("", string.Join('\n', TryMistakes($"name: t\nsteps:\n  - {step}\n")));
        Assert.IsTrue(SchemaTakes($"name: t\nsteps:\n  - {step}\n"));
    }

    /// <summary>What CONTRIBUTING says of a technique that somebody adds.</summary>
    [TestMethod]
    public void NewTechnique_IsInTheSchemaByItself()
    {
        var schema = JsonSchema.FromText(ProtocolSchema.Text([.. Techniques.All, new Staircase()]));
        bool Takes(string step)
        {
            using var document = JsonDocument.Parse(JsonOfYaml.Of($"name: t\nsteps: [{step}]")!.ToJsonString());
            return schema.Evaluate(document.RootElement).IsValid;
        }
        Assert.IsTrue(Takes("{step: staircase, from: 3 V, to: 4 V, steps: 10, each: 1 min}"));
        Assert.IsTrue(Takes("{staircase: {from: 3 V, to: 4 V, each: 1 min, largest_current: 1 mA}}"));
        Assert.IsFalse(Takes("{step: staircase, from: 3 V, too: 4 V, each: 1 min}"));
        Assert.IsFalse(Takes("{step: staircase, from: 3 V, to: 4 V, steps: 1001, each: 1 min}"));
    }

    static void AssertRefused(string text)
    {
        Assert.IsFalse(ReaderTakes(text), "the reader takes it");
        Assert.IsFalse(SchemaTakes(text), "the schema takes it");
    }

    static IEnumerable<string> TryMistakes(string text)
    {
        try
        {
            Shipped.Read(text);
            return [];
        }
        catch (DocumentException e)
        {
            return e.Mistakes.Select(m => m.ToString());
        }
    }

    static IEnumerable<Key> WithInner(Key key) => key.Inner.SelectMany(WithInner).Prepend(key);

    static IEnumerable<string> Keys(JsonNode node) => Places(node, []).Select(p => p.Key);

    static IEnumerable<(object[] Path, string Key)> Places(JsonNode? node, object[] path) => node switch
    {
        JsonObject map => map.SelectMany(p => Places(p.Value, [.. path, p.Key]).Prepend((path, p.Key))),
        JsonArray list => list.SelectMany((n, i) => Places(n, [.. path, i])),
        _ => [],
    };
}
